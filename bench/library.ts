import type { Page } from '@playwright/test'
import { scoresKnown, withApp } from './frame/app.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMs, median, quantile } from './frame/figures.ts'
import { hasBrowser, loadedUntil, NO_BROWSER, shownAfter, withPage } from './frame/page.ts'
import { inScratch } from './frame/scratch.ts'
import { type HistorySize, writeHistory } from './history.ts'

const ROWS = '[aria-label=Stories] [role=row]'
/** What no other screen has. */
const SETTINGS = 'main [class*=_groups_]'
const TYPED = 'ledger of the night'
const SMALL: HistorySize = { stories: 10, attempts: 100 }
const LARGE: HistorySize = { stories: 1000, attempts: 10_000 }

interface Figures {
  readonly firstMs: number
  readonly loadedMs: number
  readonly openedMs: number
  readonly keysMs: readonly number[]
}

async function measure(dataDir: string, rounds: number): Promise<Figures> {
  const firstMs = await withPage(dataDir, (page, starbeat) => loadedUntil(page, starbeat, '/library', ROWS))
  await withApp(dataDir, scoresKnown)
  return withPage(dataDir, async (page, starbeat) => {
    const loaded: number[] = []
    const opened: number[] = []
    for (let i = 0; i < rounds; i++) {
      loaded.push(await loadedUntil(page, starbeat, '/library', ROWS))
      await shownAfter(page, '/settings', SETTINGS)
      opened.push(await shownAfter(page, '/library', ROWS))
    }
    return { firstMs, loadedMs: median(loaded), openedMs: median(opened), keysMs: await keys(page, rounds) }
  })
}

/** Milliseconds from each key to the frame with the last change it made to the list. */
async function keys(page: Page, rounds: number): Promise<number[]> {
  const field = page.getByRole('searchbox')
  await field.focus()
  await page.evaluate(watchKeys)
  for (let i = 0; i < rounds; i++)
    for (const key of [...TYPED, ...Array.from(TYPED, () => 'Backspace')]) {
      await page.keyboard.press(key)
      await page.evaluate('window.keyIsDone()')
    }
  return page.evaluate('window.keyTimes')
}

/** Runs in the page. A key is done when nothing has changed for a tenth of a second after it. */
function watchKeys(): void {
  const times: number[] = []
  let pressedAt = 0
  let shownAt = 0
  let changes = 0
  new MutationObserver(() => {
    const change = ++changes
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (change === changes) shownAt = performance.now()
      }),
    )
  }).observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true, attributes: true })
  addEventListener(
    'keydown',
    () => {
      pressedAt = performance.now()
      shownAt = 0
    },
    { capture: true },
  )
  const keyIsDone = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        const now = performance.now()
        if (shownAt > 0 && now - shownAt > 100) times.push(shownAt - pressedAt)
        else if (now - pressedAt < 1000) return void setTimeout(look, 10)
        resolve()
      }
      look()
    })
  Object.assign(window, { keyTimes: times, keyIsDone })
}

const shown = ({ firstMs, loadedMs, openedMs, keysMs }: Figures): string[] =>
  [firstMs, loadedMs, openedMs, median(keysMs), quantile(keysMs, 0.95)].map(inMs)

export const bench: Bench = {
  about: 'the library with 1,000 stories and 10,000 attempts against one with 10 and 100, in a real browser',
  async run({ rounds }) {
    const columns = ['data', 'first load', 'load again', 'open', 'key, median', 'key, 95 %']
    const title = 'Library'
    if (!hasBrowser()) return [{ title, columns: [], rows: [], notes: [NO_BROWSER] }]
    const of = (size: HistorySize) =>
      inScratch((dataDir) => {
        writeHistory(dataDir, size)
        return measure(dataDir, rounds)
      })
    const small = await of(SMALL)
    const large = await of(LARGE)
    const ratio = (key: 'firstMs' | 'loadedMs' | 'openedMs') => asRatio(large[key] / small[key])
    const rows = [
      ['10 stories, 100 attempts', ...shown(small)],
      ['1,000 stories, 10,000 attempts', ...shown(large)],
      [
        'ratio',
        ratio('firstMs'),
        ratio('loadedMs'),
        ratio('openedMs'),
        asRatio(median(large.keysMs) / median(small.keysMs)),
        asRatio(quantile(large.keysMs, 0.95) / quantile(small.keysMs, 0.95)),
      ],
      ['target', '', '300 ms', '300 ms', '30 ms', ''],
    ]
    const notes = [
      '"first load": no score of an attempt is known yet, as after an update that judges better; "load again": from loading the page to its first painted stories; "open": from another screen',
      `"key": from the key to the frame with its last change; ${large.keysMs.length} keys typed and taken back`,
    ]
    return [{ title, columns, rows, notes }]
  },
}

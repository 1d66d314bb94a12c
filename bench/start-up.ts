import { chromium } from '@playwright/test'
import { findBrowser } from '../electron/hosts/browser/open-window.ts'
import { findElectron } from '../electron/launch/electron-binary.ts'
import { startElectronHost } from '../test/e2e/electron-host.ts'
import { rootSwitches } from '../test/e2e/microphone.ts'
import { scoresKnown, withApp } from './frame/app.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMs, median } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { ensureBuilt, hasBrowser, loadedUntil, NO_BROWSER, withHost } from './frame/page.ts'
import { ROOT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { writeHistory } from './history.ts'

const ROWS = '[aria-label=Stories] [role=row]'
const HISTORIES = [
  ['a small history', { stories: 10, attempts: 20 }],
  ['1,000 stories, 10,000 attempts', { stories: 1000, attempts: 10_000 }],
] as const

/** Milliseconds of the host, of the browser, and of the page to its first painted stories. */
interface Start {
  readonly host: number
  readonly browser: number
  readonly page: number
}

async function browserHost(dataDir: string): Promise<Start> {
  const from = performance.now()
  return withHost(dataDir, async (starbeat) => {
    const host = performance.now() - from
    const page = await starbeat.open()
    const shown = await loadedUntil(page, starbeat, '/library', ROWS)
    return { host, browser: await emptyBrowser(), page: shown }
  })
}

/** The same browser with an empty page: what a start would cost without us. */
async function emptyBrowser(): Promise<number> {
  const { result, ms } = await timed(async () => {
    const browser = await chromium.launch({ executablePath: findBrowser()!, args: rootSwitches() })
    await (await browser.newPage()).goto('about:blank')
    return browser
  })
  await result.close()
  return ms
}

async function electronHost(electron: string, dataDir: string): Promise<number> {
  const from = performance.now()
  const starbeat = await startElectronHost(electron, {
    root: ROOT,
    dataDir,
    modelFile: null,
    offers: null,
    now: null,
    foreign: [],
  })
  try {
    const page = await starbeat.open()
    await page.locator(ROWS).first().waitFor()
    return performance.now() - from
  } finally {
    await starbeat.stop()
  }
}

export const bench: Bench = {
  about: 'both hosts from start to the first painted stories, against the same browser with an empty page',
  async run({ rounds }) {
    const electron = findElectron(ROOT)
    const rows: string[][] = []
    if (hasBrowser() || electron) await ensureBuilt()
    for (const [name, size] of HISTORIES)
      await inScratch(async (dataDir) => {
        writeHistory(dataDir, size)
        await withApp(dataDir, scoresKnown)
        if (hasBrowser()) {
          const starts: Start[] = []
          for (let i = 0; i < rounds; i++) starts.push(await browserHost(dataDir))
          const of = (key: keyof Start) => median(starts.map((start) => start[key]))
          const all = median(starts.map(({ host, browser, page }) => host + browser + page))
          rows.push([
            `browser, ${name}`,
            ...(['host', 'browser', 'page'] as const).map((key) => inMs(of(key))),
            inMs(all),
            asRatio(all / of('browser')),
          ])
        }
        if (electron) {
          const times: number[] = []
          for (let i = 0; i < rounds; i++) times.push(await electronHost(electron, dataDir))
          rows.push([`Electron, ${name}`, '', '', '', inMs(median(times)), ''])
        }
      })
    const notes = [
      `medians of ${rounds} starts of the built app, files warm; "host": from starting Node to the printed address; "page": from loading it to its first painted stories`,
      '"browser": the browser until it shows an empty page, driven by Playwright; the app starts it after the host is ready',
      ...(hasBrowser() ? [] : [NO_BROWSER]),
      ...(electron ? [] : ['Electron left out: its program is not here (npx install-electron)']),
    ]
    return [
      {
        title: 'Start',
        columns: ['host, data', 'host', 'browser', 'page', 'together', 'browser alone = 1'],
        rows,
        notes,
      },
    ]
  },
}

import type { Client } from '#contract/client'
import { scoresKnown, withApp } from './frame/app.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMs, median } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { hasBrowser, NO_BROWSER, shownAfter, withPage } from './frame/page.ts'
import { inScratch } from './frame/scratch.ts'
import { type HistorySize, writeHistory } from './history.ts'

const SMALL: HistorySize = { stories: 10, attempts: 100 }
const LARGE: HistorySize = { stories: 1000, attempts: 10_000 }
const SETTINGS = 'main [class*=_groups_]'

/** What the services answer, by what it is called in the table. */
const CALLS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  'what is due today': (client) => client.call('practice.today', {}),
  'stories for questions': (client) => client.call('practice.matrix', {}),
  forecast: (client) => client.call('practice.forecast', { days: 30 }),
  'progress, 3 months': (client) => client.call('progress.overview', { bankId: null, days: 91 }),
  'progress, all': (client) => client.call('progress.overview', { bankId: null, days: null }),
  'search “th”': (client) => client.call('search.find', { query: 'th' }),
  'search “ledger of the night”': (client) => client.call('search.find', { query: 'ledger of the night' }),
}

/** Screens as they are opened from another one, and what shows that they are there. */
const SCREENS: Readonly<Record<string, readonly [string, string]>> = {
  'open Practice': ['/practice', '[aria-label="Due today"][role=grid]'],
  'open Stories for questions': ['/practice/matrix', 'main table'],
  'open Progress': ['/progress', 'main figure svg'],
}

/** Milliseconds of everything, medians of `rounds`. */
async function measure(dataDir: string, rounds: number): Promise<Map<string, number>> {
  const figures = new Map<string, number>()
  await withApp(dataDir, async (client) => {
    await scoresKnown(client)
    await allJudged(client)
    for (const [name, call] of Object.entries(CALLS)) {
      await call(client)
      const times: number[] = []
      for (let i = 0; i < rounds; i++) times.push((await timed(() => call(client))).ms)
      figures.set(name, median(times))
    }
  })
  if (!hasBrowser()) return figures
  await withPage(dataDir, async (page) => {
    for (const [name, [screen, shown]] of Object.entries(SCREENS)) {
      const times: number[] = []
      for (let i = 0; i <= rounds; i++) {
        await shownAfter(page, '/settings', SETTINGS)
        times.push(await shownAfter(page, screen, shown))
      }
      // The first also reads the code of the screen.
      figures.set(name, median(times.slice(1)))
    }
  })
  return figures
}

/** Resolves when every answer is assessed; charts ask for all of them. */
async function allJudged(client: Client): Promise<void> {
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const close = client.on('scores.changed', () => {
        close()
        resolve()
      })
    })
    if ((await client.call('progress.overview', { bankId: null, days: null })).pending === 0) return
    await changed
  }
}

export const bench: Bench = {
  about: 'practice, search and progress with 1,000 stories and 10,000 attempts against 10 and 100',
  async run({ rounds }) {
    const of = (size: HistorySize) =>
      inScratch((dataDir) => {
        writeHistory(dataDir, size)
        return measure(dataDir, rounds)
      })
    const small = await of(SMALL)
    const large = await of(LARGE)
    const rows = [...large].map(([name, ms]) => [
      name,
      inMs(small.get(name)!),
      inMs(ms),
      asRatio(ms / small.get(name)!),
      name.startsWith('search') ? '30 ms' : '300 ms',
    ])
    return [
      {
        title: 'Practice, search and progress',
        columns: ['what', '10 stories, 100 attempts', '1,000 stories, 10,000 attempts', 'ratio', 'target'],
        rows,
        notes: [
          'the answers of the services without a window; “open”: from another screen to the frame that shows it, again',
          ...(hasBrowser() ? [] : [NO_BROWSER]),
        ],
      },
    ]
  },
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { scoresKnown, withApp } from './frame/app.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMb, inMs, median } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { inScratch } from './frame/scratch.ts'
import { writeHistory } from './history.ts'

const STORIES = 1000
const ATTEMPTS = [100, 1000, 10_000]

interface Figures {
  readonly bytes: number
  readonly startMs: number
  readonly listFirstMs: number
  readonly allKnownMs: number
  readonly listMs: number
  readonly storyAttempts: number
  readonly storyMs: number
  readonly reportMs: number
}

async function measure(dataDir: string, attempts: number, rounds: number): Promise<Figures> {
  writeHistory(dataDir, { stories: STORIES, attempts })
  const bytes = statSync(join(dataDir, 'starbeat.db')).size
  const first = await withApp(dataDir, async (client) => {
    const list = await timed(() => client.call('stories.list', {}))
    const all = await timed(() => scoresKnown(client))
    return { listFirstMs: list.ms, allKnownMs: list.ms + all.ms }
  })
  const from = performance.now()
  return withApp(dataDir, async (client) => {
    const startMs = performance.now() - from
    const lists: number[] = []
    for (let i = 0; i < rounds; i++) lists.push((await timed(() => client.call('stories.list', {}))).ms)
    const stories = await client.call('stories.list', {})
    const busiest = stories.reduce((most, story) => (story.attemptCount > most.attemptCount ? story : most))
    // The first time judges what no list has shown yet; the second is what every visit costs.
    const storyMs: number[] = []
    for (let i = 0; i <= rounds; i++)
      storyMs.push((await timed(() => client.call('stories.get', { storyId: busiest.id }))).ms)
    const { attempts: told } = await client.call('stories.get', { storyId: busiest.id })
    const reports: number[] = []
    for (const { attempt } of told.slice(0, rounds))
      reports.push((await timed(() => client.call('attempts.report', { attemptId: attempt.id }))).ms)
    return {
      ...first,
      bytes,
      startMs,
      listMs: median(lists),
      storyAttempts: busiest.attemptCount,
      storyMs: median(storyMs),
      reportMs: median(reports),
    }
  })
}

export const bench: Bench = {
  about: 'how cost grows with history: 100, 1,000 and 10,000 attempts at 1,000 stories',
  async run({ rounds }) {
    const found: Figures[] = []
    for (const attempts of ATTEMPTS) found.push(await inScratch((dataDir) => measure(dataDir, attempts, rounds)))
    const count = (number: number) => number.toLocaleString('en-GB')
    const row = (name: string, of: (figures: Figures) => number, shown: (value: number) => string) => [
      name,
      ...found.map((figures) => shown(of(figures))),
      asRatio(of(found.at(-1)!) / of(found[0]!)),
    ]
    const rows = [
      row('database', ({ bytes }) => bytes, inMb),
      row('start of the core, files warm', ({ startMs }) => startMs, inMs),
      row('stories.list, nothing judged yet', ({ listFirstMs }) => listFirstMs, inMs),
      row('all scores known, in the background', ({ allKnownMs }) => allKnownMs, inMs),
      row('stories.list', ({ listMs }) => listMs, inMs),
      row('attempts at the most practised story', ({ storyAttempts }) => storyAttempts, count),
      row('stories.get of that story, its attempts being judged', ({ storyMs }) => storyMs, inMs),
      row('attempts.report', ({ reportMs }) => reportMs, inMs),
    ]
    const columns = ['', ...ATTEMPTS.map((attempts) => `${count(attempts)} attempts`), 'largest / smallest']
    const notes = [`${count(STORIES)} stories; without a window; medians of ${rounds}`]
    return [{ title: 'Growth with history', columns, rows, notes }]
  },
}

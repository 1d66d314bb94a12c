import { execFileSync } from 'node:child_process'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parseBank } from '#domain/bank/parse'
import { withApp } from './frame/app.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMs } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { inScratch } from './frame/scratch.ts'
import type { Table } from './frame/table.ts'
import { bankText } from './import-text.ts'

const SIZES_MB = [0.1, 0.5, 1, 2, 5, 10]
const RUNS = 3
const PROMISED_MB = 2

interface Measured {
  stories: number
  points: number
  ms: number
  peakRssMb: number
  baselineMs: number
}

/** Everything is measured in a process of its own: cold code, and memory that nobody else used. */
async function measure(megabytes: number, withBaseline: boolean): Promise<Measured> {
  const { text, stories: written } = bankText(megabytes)
  const { result: bank, ms } = await timed(() => parseBank(text, { fallbackTitle: 'bench' }))
  const peakRssMb = process.resourceUsage().maxRSS / 1024
  if (bank.stories.length !== written) throw new Error(`${bank.stories.length} of ${written} stories were found`)
  const markdown = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }
  const baselineMs = withBaseline ? (await timed(() => fromMarkdown(text, markdown))).ms : Number.NaN
  const points = bank.stories.reduce((sum, story) => sum + story.points.length, 0)
  return { stories: written, points, ms, peakRssMb, baselineMs }
}

/** The shortest time and the highest peak of some runs; the baseline, which takes longest, runs once. */
function bestOf(megabytes: number): Measured {
  const runs = Array.from({ length: RUNS }, (_, i): Measured => {
    const args = [import.meta.filename, String(megabytes), i === 0 ? 'baseline' : 'alone']
    const answer = execFileSync(process.execPath, args, { encoding: 'utf8' })
    return JSON.parse(answer)
  })
  const peakRssMb = Math.max(...runs.map((run) => run.peakRssMb))
  return { ...runs[0]!, ms: Math.min(...runs.map(({ ms }) => ms)), peakRssMb }
}

interface Imported {
  readonly previewMs: number
  readonly acceptMs: number
  /** How often progress was told. */
  readonly told: number
  /** The longest that the app answered nobody. */
  readonly deafMs: number
}

/** An import as users do it: the preview, then its acceptance. */
async function throughTheApp(megabytes: number): Promise<Imported> {
  const bytes = new TextEncoder().encode(bankText(megabytes).text)
  return inScratch((dataDir) =>
    withApp(dataDir, async (client) => {
      let told = 0
      client.on('job.changed', () => told++)
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const file = { fileName: 'bench.md', bytes }
      const preview = await timed(() => client.call('banks.preview', { ...file, requestId: 'bench' }))
      const accept = await timed(() => client.call('banks.accept', { ...file, corrections: [], updates: null }))
      delay.disable()
      return { previewMs: preview.ms, acceptMs: accept.ms, told, deafMs: delay.max / 1e6 }
    }),
  )
}

async function tables(): Promise<Table[]> {
  const found = SIZES_MB.map((megabytes) => ({ megabytes, ...bestOf(megabytes) }))
  const unit = found.find(({ megabytes }) => megabytes === 1)!.ms
  const read = {
    title: 'Reading a bank',
    columns: ['MB', 'stories', 'points', 'time', 'per MB, 1 MB = 1', 'peak memory', 'Markdown alone', 'ratio'],
    rows: found.map(({ megabytes, stories, points, ms, peakRssMb, baselineMs }) => [
      String(megabytes),
      String(stories),
      String(points),
      inMs(ms),
      asRatio(ms / megabytes / unit),
      `${peakRssMb.toFixed(0)} MB`,
      inMs(baselineMs),
      asRatio(ms / baselineMs),
    ]),
    notes: [`each in a process of its own; the shortest of ${RUNS}`],
  }
  const { previewMs, acceptMs, told, deafMs } = await throughTheApp(PROMISED_MB)
  const stored = {
    title: 'Importing a bank',
    columns: ['', 'preview', 'accepting it', 'together', 'progress told', 'longest without an answer'],
    rows: [
      [`${PROMISED_MB} MB`, ...[previewMs, acceptMs, previewMs + acceptMs].map(inMs), `${told} times`, inMs(deafMs)],
    ],
    notes: ['target: 1 s, with progress; the first import after a start, code cold'],
  }
  return [read, stored]
}

export const bench: Bench = {
  about: 'time and memory of reading banks of 0.1 to 10 MB, against the Markdown parser alone; importing 2 MB',
  run: tables,
}

if (import.meta.main) {
  const [size, mode] = process.argv.slice(2)
  console.log(JSON.stringify(await measure(Number(size), mode === 'baseline')))
}

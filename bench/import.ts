import { execFileSync } from 'node:child_process'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parseBank } from '#domain/bank/parse'
import { bankText } from './import-text.ts'

const SIZES_MB = [0.1, 0.5, 1, 2, 5, 10]
const RUNS = 3

interface Measured {
  stories: number
  points: number
  ms: number
  peakRssMb: number
  baselineMs: number
}

/** Everything is measured in a process of its own: cold code, and memory that nobody else used. */
function measure(megabytes: number, withBaseline: boolean): Measured {
  const { text, stories: written } = bankText(megabytes)
  const { result: bank, ms } = timed(() => parseBank(text, { fallbackTitle: 'bench' }))
  const peakRssMb = process.resourceUsage().maxRSS / 1024
  if (bank.stories.length !== written) throw new Error(`${bank.stories.length} of ${written} stories were found`)
  const markdown = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }
  const baselineMs = withBaseline ? timed(() => fromMarkdown(text, markdown)).ms : Number.NaN
  const points = bank.stories.reduce((sum, story) => sum + story.points.length, 0)
  return { stories: written, points, ms, peakRssMb, baselineMs }
}

function timed<T>(run: () => T): { result: T; ms: number } {
  const from = performance.now()
  return { result: run(), ms: performance.now() - from }
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

function printAll(): void {
  console.log('   MB  stories   points      time    MB/s  per MB, 1 MB = 1  peak RSS   Markdown alone   ratio')
  const found = SIZES_MB.map((megabytes) => ({ megabytes, ...bestOf(megabytes) }))
  const unit = found.find(({ megabytes }) => megabytes === 1)!.ms
  for (const { megabytes, stories, points, ms, peakRssMb, baselineMs } of found) {
    console.log(
      `${String(megabytes).padStart(5)} ${String(stories).padStart(8)} ${String(points).padStart(8)} ` +
        `${ms.toFixed(0).padStart(6)} ms ${((megabytes * 1000) / ms).toFixed(2).padStart(7)} ` +
        `${(ms / megabytes / unit).toFixed(2).padStart(17)} ${peakRssMb.toFixed(0).padStart(6)} MB ` +
        `${baselineMs.toFixed(0).padStart(13)} ms ${(ms / baselineMs).toFixed(2).padStart(7)}`,
    )
  }
}

const [size, mode] = process.argv.slice(2)
if (size) console.log(JSON.stringify(measure(Number(size), mode === 'baseline')))
else printAll()

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '#contract/client'
import { enginePaths } from '../electron/adapters/whisper/engine/paths.ts'
import { compose } from '../electron/hosts/compose.ts'
import { inProcess } from '../test/contract/transports.ts'

const ROOT = join(import.meta.dirname, '..')
const FIXTURES = join(ROOT, 'test/fixtures')
const SHARED = join(ROOT, '../shared/speech/wav')
const MODEL = join(FIXTURES, 'ggml-micro.en.bin')
const paths = enginePaths(join(ROOT, 'resources'))
const run = promisify(execFile)

const recordings = [
  join(FIXTURES, 'build-pipeline.wav'),
  ...(existsSync(SHARED)
    ? readdirSync(SHARED)
        .filter((name) => name.endsWith('.wav'))
        .map((name) => join(SHARED, name))
    : []),
]

/** Seconds from Finish to the full report, recording after recording, as one user's session. */
async function throughTheApp(): Promise<Map<string, number>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-bench-'))
  const appPaths = { dataDir, resourcesDir: join(ROOT, 'resources') }
  const app = await compose({ paths: appPaths, host: 'browser', version: 'bench', modelFile: MODEL })
  const pair = await inProcess()
  app.connect(pair.server)
  const client = createClient(pair.client)
  const bytes = new Uint8Array(readFileSync(join(FIXTURES, 'build-pipeline.md')))
  const { firstStoryId } = await client.call('banks.accept', {
    fileName: 'bench.md',
    bytes,
    corrections: [],
    updates: null,
  })

  const seconds = new Map<string, number>()
  for (const wav of recordings) {
    const start = { storyId: firstStoryId!, questionId: null, cueLevel: 'full' as const }
    const { attemptId } = await client.call('recordings.begin', start)
    const pcm = new Uint8Array(readFileSync(wav)).subarray(44)
    for (let at = 0, sequence = 0; at < pcm.length; at += 3200, sequence++) {
      await client.call('recordings.append', { attemptId, sequence, pcm: pcm.slice(at, at + 3200) })
    }
    const ended = new Promise<void>((resolve) => {
      client.on('job.changed', (job) => job.subjectId === attemptId && job.state === 'done' && resolve())
    })
    const from = performance.now()
    await client.call('recordings.finish', { attemptId })
    await client.call('transcription.start', { attemptId })
    await ended
    await client.call('attempts.report', { attemptId })
    seconds.set(wav, (performance.now() - from) / 1000)
  }
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
  return seconds
}

/** The same file by the engine's own command line, model loading included: the baseline. */
async function byCommandLine(wav: string): Promise<number> {
  const from = performance.now()
  await run(paths.cli, ['-m', MODEL, '-f', wav, '-mc', '0', '-bs', '1', '-bo', '1', '-nf', '-np'])
  return (performance.now() - from) / 1000
}

if (!existsSync(paths.server)) {
  console.log('skipped: the speech engine is not built (npm run build:engine)')
} else {
  const app = await throughTheApp()
  console.log('recording                            length   finish to report   whisper-cli   ratio')
  for (const wav of recordings) {
    const cli = await byCommandLine(wav)
    const length = (readFileSync(wav).length - 44) / 32_000
    const name = wav.split(/[\\/]/).at(-1)!.padEnd(36)
    const own = app.get(wav)!
    console.log(
      `${name} ${length.toFixed(1).padStart(5)} s ${own.toFixed(2).padStart(14)} s ${cli.toFixed(2).padStart(11)} s ${(own / cli).toFixed(2).padStart(7)}`,
    )
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createClient } from '#contract/client'
import { transcriptText } from '#domain/transcript'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'
import { compose } from '../../electron/hosts/compose.ts'
import { inProcess } from '../contract/transports.ts'
import { canSeeProcesses, processesWith } from '../processes.ts'
import { normalWords } from './word-error-rate.ts'

const ROOT = join(import.meta.dirname, '../..')
const FIXTURES = join(ROOT, 'test/fixtures')
const paths = enginePaths(join(ROOT, 'resources'))
const built = existsSync(paths.server)
if (!built) console.warn('skipped: the speech engine is not built, so no long recording is heard')

const MODEL = join(FIXTURES, 'ggml-micro.en.bin')
const ANSWER = readFileSync(join(FIXTURES, 'build-pipeline.wav')).subarray(44)
const CHUNK_BYTES = 3200
const MEGABYTE = 1 << 20

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What this process and the engine hold, in megabytes. */
function held(): { app: number; engine: number } {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  const [pid] = canSeeProcesses ? processesWith(paths.server, MODEL) : []
  const status = pid === undefined ? '' : readFileSync(`/proc/${pid}/status`, 'utf8')
  return { app: (heapUsed + external) / MEGABYTE, engine: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
}

it.skipIf(!built)(
  'twenty minutes of speech need no more memory than five, and every word of them is heard',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-long-'))
    const app = await compose({
      paths: { dataDir, resourcesDir: join(ROOT, 'resources') },
      host: 'browser',
      version: 'test',
      modelFile: MODEL,
    })
    const pair = await inProcess()
    app.connect(pair.server)
    const client = createClient(pair.client)
    const bytes = new Uint8Array(readFileSync(join(FIXTURES, 'build-pipeline.md')))
    const document = { fileName: 'long.md', bytes, corrections: [], updates: null }
    const { firstStoryId } = await client.call('banks.accept', document)
    const start = { storyId: firstStoryId!, questionId: null, cueLevel: 'full' as const }
    const { attemptId } = await client.call('recordings.begin', start)

    const times = Math.ceil((20 * 60 * 32_000) / ANSWER.length)
    let sequence = 0
    let early = held()
    for (let time = 0; time < times; time++) {
      for (let at = 0; at < ANSWER.length; at += CHUNK_BYTES) {
        const pcm = new Uint8Array(ANSWER.subarray(at, at + CHUNK_BYTES))
        await client.call('recordings.append', { attemptId, sequence: sequence++, pcm })
      }
      if (time === Math.floor(times / 4)) early = held()
    }
    const late = held()
    expect(late.app - early.app).toBeLessThan(8)

    const ended = new Promise<void>((resolve) => {
      client.on('job.changed', (job) => job.subjectId === attemptId && job.state === 'done' && resolve())
    })
    await client.call('recordings.finish', { attemptId })
    await client.call('transcription.start', { attemptId })
    await ended
    const after = held()
    expect(after.app - early.app).toBeLessThan(16)
    expect(after.engine).toBeLessThan(200)

    const { words } = await client.call('attempts.report', { attemptId })
    const once = 'i was asked to reduce the build to 45 minutes'
    const heard = normalWords(transcriptText(words!)).join(' ')
    console.info(`${words!.length} words; ${early.app.toFixed(0)}, ${late.app.toFixed(0)}, ${after.app.toFixed(0)} MB`)
    expect(heard.split(once).length - 1).toBeGreaterThanOrEqual(times - 2)
    await app.close()
    rmSync(dataDir, { recursive: true })
  },
  600_000,
)

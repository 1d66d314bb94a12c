import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '#contract/client'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'
import { compose } from '../../electron/hosts/compose.ts'
import { inProcess } from '../contract/transports.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const FIXTURES = join(ROOT, 'test/fixtures')
export const ENGINE = enginePaths(join(ROOT, 'resources'))
export const isBuilt = existsSync(ENGINE.server)
/** The samples of the fixture's answer. */
export const ANSWER = new Uint8Array(readFileSync(join(FIXTURES, 'build-pipeline.wav')).subarray(44))

const MICRO = join(FIXTURES, 'ggml-micro.en.bin')
const CHUNK_BYTES = 3200

export interface Session {
  readonly client: Client
  readonly dataDir: string
  readonly storyId: string
}

/** Gives some work the whole app with the real engine and copies of the micro model, without a window. */
export async function withApp(modelNames: readonly string[], work: (session: Session) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-app-'))
  mkdirSync(join(dataDir, 'models'))
  for (const name of modelNames) copyFileSync(MICRO, join(dataDir, 'models', name))
  const paths = { dataDir, resourcesDir: join(ROOT, 'resources') }
  const app = await compose({ paths, host: 'browser', version: 'test', modelFile: null })
  try {
    const pair = await inProcess()
    app.connect(pair.server)
    const client = createClient(pair.client)
    const bytes = new Uint8Array(readFileSync(join(FIXTURES, 'build-pipeline.md')))
    const document = { fileName: 'test.md', bytes, corrections: [], updates: null }
    const { firstStoryId } = await client.call('banks.accept', document)
    await work({ client, dataDir, storyId: firstStoryId! })
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Begins an attempt; the answer takes samples for it, and `finish` ends it. */
export async function record({ client, storyId }: Session) {
  const { attemptId } = await client.call('recordings.begin', {
    storyId,
    questionId: null,
    cueLevel: 'full',
    focus: null,
  })
  let sequence = 0
  return {
    attemptId,
    async speak(pcm: Uint8Array) {
      for (let at = 0; at < pcm.length; at += CHUNK_BYTES)
        await client.call('recordings.append', {
          attemptId,
          sequence: sequence++,
          pcm: pcm.slice(at, at + CHUNK_BYTES),
        })
    },
    /** Resolves when it is transcribed. */
    async finish() {
      const ended = jobEnded(client, attemptId, 'transcription')
      await client.call('recordings.finish', { attemptId })
      await client.call('transcription.start', { attemptId })
      return ended
    },
  }
}

/** Resolves with the state in which a job of a kind for an attempt ends. */
export function jobEnded(client: Client, attemptId: string, kind: string): Promise<string> {
  return new Promise((resolve) => {
    const close = client.on('job.changed', (job) => {
      if (job.subjectId !== attemptId || job.kind !== kind || job.state === 'waiting' || job.state === 'running') return
      close()
      resolve(job.state)
    })
  })
}

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '#contract/client'
import type { Session } from '#contract/sessions'
import type { App } from '../../electron/hosts/app.ts'
import { compose } from '../../electron/hosts/compose.ts'
import { inProcess } from '../contract/transports.ts'
import { FIXTURES, isBuilt, jobEnded, ROOT } from './app.ts'

const SHARED = join(ROOT, '../shared')
const SPEECH = join(SHARED, 'speech/wav')
const isHere = existsSync(SPEECH) && existsSync(join(SHARED, 'seeds'))
if (!isBuilt) console.warn('skipped: the speech engine is not built, so no interview is held')
if (!isHere) console.warn('skipped: ../shared is not here, so no interview is held with its recordings')

const BANKS = ['002_d72a7376bfb1e4c9.txt', '003_3c62e236cc3cb268.txt']
const WAV_HEADER = 44
const CHUNK_BYTES = 3200
/** Recordings and what is in the title of the story that each tells. */
const TOLD = [
  ['06_team_scaling.wav', /Team Scaling/],
  ['01_payment_latency_full.wav', /without formal authority/],
  ['08_code_review_long_pauses.wav', /Code Review/],
] as const
const SETUP = {
  kind: 'mock' as const,
  bankIds: [],
  sectionIds: [],
  questionCount: 3,
  thinkingTimeMs: 0,
  answerTimeMs: 0,
  followUps: false,
}

let dataDir: string
let app: App
let client: Client

async function open(): Promise<void> {
  app = await compose({
    paths: { dataDir, resourcesDir: join(ROOT, 'resources') },
    host: 'browser',
    version: 'test',
    modelFile: null,
    random: () => 0.4,
  })
  const pair = await inProcess()
  app.connect(pair.server)
  client = createClient(pair.client)
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'starbeat-mock-'))
  mkdirSync(join(dataDir, 'models'))
  copyFileSync(join(FIXTURES, 'ggml-micro.en.bin'), join(dataDir, 'models/micro.bin'))
  await open()
})
afterEach(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function speak(attemptId: string, file: string): Promise<void> {
  const pcm = new Uint8Array(readFileSync(join(SPEECH, file)).subarray(WAV_HEADER))
  for (let at = 0, sequence = 0; at < pcm.length; at += CHUNK_BYTES, sequence++)
    await client.call('recordings.append', { attemptId, sequence, pcm: pcm.slice(at, at + CHUNK_BYTES) })
}

/** Answers the question that is asked by one of the recordings; resolves when that is written down. */
async function answer(session: Session, file: string): Promise<string> {
  const { position, storyId, questionId, focus } = session.items.at(-1)!
  const start = { storyId: storyId!, questionId, cueLevel: 'off-book' as const, focus }
  const { attemptId } = await client.call('recordings.begin', start)
  await speak(attemptId, file)
  const ended = jobEnded(client, attemptId, 'transcription')
  await client.call('recordings.finish', { attemptId })
  await client.call('sessions.answer', { sessionId: session.id, position, attemptId })
  await client.call('transcription.start', { attemptId })
  expect(await ended).toBe('done')
  return attemptId
}

describe.skipIf(!isBuilt || !isHere)('a mock interview', () => {
  it('names the stories that were told, goes on where the app was closed, and adds up', {
    timeout: 180_000,
  }, async () => {
    for (const fileName of BANKS) {
      const bytes = new Uint8Array(readFileSync(join(SHARED, 'seeds', fileName)))
      await client.call('banks.accept', { fileName, bytes, corrections: [], updates: null })
    }
    const { sessionId } = await client.call('sessions.start', { setup: SETUP })
    const attemptIds: string[] = []
    let session = await client.call('sessions.next', { sessionId })
    for (const [i, [file, title]] of TOLD.entries()) {
      expect(session.items.map(({ state }) => state)).toEqual([...Array(i).fill('answered'), 'open'])
      attemptIds.push(await answer(session, file))
      // What is asked next waits for the name.
      if (i < TOLD.length - 1) session = await client.call('sessions.next', { sessionId })
      const [best] = await client.call('sessions.candidates', { sessionId, position: i })
      expect(best!.title).toMatch(title)
      if (i !== 0) continue
      // The open question waits where the app was closed.
      await app.close()
      await open()
      const waiting = (await client.call('sessions.list', {})).map(({ id, endedAt, answered }) => [
        id,
        endedAt,
        answered,
      ])
      expect(waiting).toEqual([[sessionId, null, 1]])
      const reopened = await client.call('sessions.next', { sessionId })
      expect(reopened.items).toEqual(session.items)
    }
    const ended = await client.call('sessions.next', { sessionId })
    expect(ended.endedAt).not.toBeNull()

    const card = await client.call('sessions.scorecard', { sessionId })
    expect(card.answers.map(({ item }) => item.attemptId)).toEqual(attemptIds)
    for (const [i, { item, isPending, score }] of card.answers.entries()) {
      expect([item.storyBy, item.storyTitle]).toEqual(['app', expect.stringMatching(TOLD[i]![1])])
      const report = await client.call('attempts.report', { attemptId: item.attemptId! })
      expect([report.attempt.storyId, report.score, isPending]).toEqual([item.storyId, score, false])
    }
    const total = card.answers.reduce((sum, { score }) => sum + score!.total, 0)
    const covered = card.answers.reduce((sum, { score }) => sum + score!.covered, 0)
    expect(card.score).toMatchObject({ total, covered })
    // The bank's stories are several times longer than what was told of them.
    expect(covered).toBeGreaterThan(10)
    expect(card.stories.map(({ times }) => times)).toEqual([1, 1, 1])
    expect(card.competencies.reduce((sum, { answered }) => sum + answered, 0)).toBe(3)
    expect(card.best).toMatchObject({ kind: 'covered', startMs: expect.any(Number) })
    expect(card.weakest).not.toBeNull()
    expect(card.figures.durationMs).toBe(card.answers.reduce((sum, { figures }) => sum + figures!.durationMs, 0))
  })
})

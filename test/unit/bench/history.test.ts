import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { coverPoints } from '#domain/coverage/cover'
import { writeHistory } from '../../../bench/history.ts'
import { envelopeOf, headingsOf, storyOf, tellingOf } from '../../../bench/history-text.ts'
import { dice } from '../../../bench/import-text.ts'
import { createAttemptStore } from '../../../db/attempts.ts'
import { openDatabase } from '../../../db/open.ts'
import { createStoryStore } from '../../../db/stories.ts'
import { createTranscriptStore } from '../../../db/transcripts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starbeat-history-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('tells stories as people do: some points said, some left out, words in the order of time', () => {
  const roll = dice(1)
  const story = storyOf(0, headingsOf(0), roll)
  const heard = tellingOf(story, roll)
  const statuses = new Set(
    Array.from({ length: 10 }, () => tellingOf(story, roll)).flatMap(({ words }) =>
      coverPoints(story.points, words).map(({ status }) => status),
    ),
  )
  const times = heard.words.flatMap(({ startMs, endMs }) => [startMs, endMs])
  expect(statuses).toEqual(new Set(['covered', 'partial', 'missed']))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  const durationMs = times.at(-1)! + 500
  const { peaks, frameMs } = envelopeOf(heard, durationMs, roll)
  expect(peaks.length * frameMs).toBeGreaterThanOrEqual(durationMs)
  const { startMs } = heard.words[3]!
  expect(peaks[Math.ceil(startMs / frameMs)]).toBeGreaterThan(peaks.at(-1)!)
})

it('writes the same history in every run, in any number of stories and attempts', () => {
  const read = (name: string) => {
    const dataDir = join(folder, name)
    writeHistory(dataDir, { stories: 30, attempts: 60 })
    const db = openDatabase(join(dataDir, 'starbeat.db'), dataDir)
    const stories = createStoryStore(db).list()
    const attempts = createAttemptStore(db).list()
    const transcripts = attempts.map(({ id }) => createTranscriptStore(db).get(id))
    db.close()
    return { stories, attempts, transcripts }
  }
  const one = read('one')
  expect([one.stories.length, one.attempts.length]).toEqual([30, 60])
  expect(one.transcripts.every((transcript) => transcript && transcript.heard.words.length > 0)).toBe(true)
  expect(read('two')).toEqual(one)
})

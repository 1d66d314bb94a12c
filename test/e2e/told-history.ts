import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { type HistorySize, writeHistory } from '../../bench/history.ts'
import { createAttemptStore } from '../../db/attempts.ts'
import { openDatabase } from '../../db/open.ts'
import { ANSWER_WAV } from './app.ts'

/** Attempts of a written history, newest first, by story. */
export interface ToldHistory {
  readonly storyId: string
  readonly title: string
  readonly attemptIds: readonly string[]
}

/**
 * Writes the data folder of somebody who has practised: `bench/history.ts`, and sound for the newest `recordings` of
 * each story: a spoken answer, over and over for as long as the attempt is. Answers the stories with attempts.
 */
export function writeToldHistory(dataDir: string, size: HistorySize, recordings = 0): ToldHistory[] {
  const stories = writeHistory(dataDir, size)
  const folder = join(dataDir, 'audio')
  mkdirSync(folder, { recursive: true })
  const speech = readFileSync(ANSWER_WAV).subarray(WAV_HEADER_BYTES)
  const db = openDatabase(join(dataDir, 'starbeat.db'), join(dataDir, 'backups'))
  try {
    const store = createAttemptStore(db)
    return stories.map(({ id, title }) => {
      const attempts = store.list(id)
      for (const attempt of attempts.slice(0, recordings)) {
        const pcm = Buffer.alloc(32 * attempt.durationMs, speech)
        writeFileSync(join(folder, `${attempt.id}.wav`), Buffer.concat([wavHeader(pcm.length, 16_000), pcm]))
      }
      return { storyId: id, title, attemptIds: attempts.map((attempt) => attempt.id) }
    })
  } finally {
    db.close()
  }
}

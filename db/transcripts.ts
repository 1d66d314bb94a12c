import { Transcript } from '#domain/transcript'
import type { TranscriptStore } from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'

/** Transcripts as heard and as corrected by the user. */
export function createTranscriptStore(db: Db): TranscriptStore {
  const get = db.prepare<[string], { heard: string; corrected: string | null; modelName: string }>(
    'SELECT heard, corrected, model_name AS modelName FROM transcripts WHERE attempt_id = ?',
  )
  const modelNames = db.prepare<[string], { id: string; modelName: string }>(
    `SELECT id, model_name AS modelName FROM attempts JOIN transcripts ON attempt_id = id WHERE story_id = ?`,
  )
  const save =
    db.prepare(`INSERT INTO transcripts (attempt_id, heard, corrected, model_name, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (attempt_id) DO UPDATE SET heard = excluded.heard, corrected = excluded.corrected,
      model_name = excluded.model_name, created_at = excluded.created_at`)
  const correct = db.prepare('UPDATE transcripts SET corrected = ? WHERE attempt_id = ?')
  return {
    get: (attemptId) => {
      const row = get.get(attemptId)
      const heard = row && readTranscript(row.heard)
      if (!heard) return null
      const corrected = row.corrected === null ? null : readTranscript(row.corrected)
      return { heard, corrected, modelName: row.modelName }
    },
    modelNames: (storyId) => new Map(modelNames.all(storyId).map((row) => [row.id, row.modelName])),
    save: (attemptId, { heard, corrected, modelName }, createdAt) =>
      void save.run(attemptId, JSON.stringify(heard), writeCorrected(corrected), modelName, createdAt),
    setCorrected: (attemptId, corrected) => void correct.run(writeCorrected(corrected), attemptId),
  }
}

const writeCorrected = (corrected: Transcript | null) => (corrected === null ? null : JSON.stringify(corrected))

/** Null for what does not fit: one damaged row must not close the library, and its attempt can be transcribed again. */
const readTranscript = (json: string): Transcript | null => Transcript.safeParse(JSON.parse(json)).data ?? null

import { Transcript } from '#domain/transcript'
import type { TranscriptStore } from '../electron/services/ports.ts'
import type { Db } from './open.ts'

/** Transcripts as heard and as corrected by the user. */
export function createTranscriptStore(db: Db): TranscriptStore {
  const get = db.prepare<[string], { heard: string; corrected: string | null }>(
    'SELECT heard, corrected FROM transcripts WHERE attempt_id = ?',
  )
  const ids = db.prepare<[], { id: string }>('SELECT attempt_id AS id FROM transcripts')
  const save = db.prepare(`INSERT INTO transcripts (attempt_id, heard, model_name, created_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (attempt_id) DO UPDATE SET heard = excluded.heard, corrected = NULL,
      model_name = excluded.model_name, created_at = excluded.created_at`)
  const correct = db.prepare('UPDATE transcripts SET corrected = ? WHERE attempt_id = ?')
  return {
    get: (attemptId) => {
      const row = get.get(attemptId)
      const heard = row && readTranscript(row.heard)
      return heard ? { heard, corrected: row.corrected === null ? null : readTranscript(row.corrected) } : null
    },
    attemptIds: () => new Set(ids.all().map((row) => row.id)),
    save: (attemptId, heard, modelName, createdAt) =>
      void save.run(attemptId, JSON.stringify(heard), modelName, createdAt),
    setCorrected: (attemptId, corrected) =>
      void correct.run(corrected === null ? null : JSON.stringify(corrected), attemptId),
  }
}

/** Null for what does not fit: one damaged row must not close the library, and its attempt can be transcribed again. */
const readTranscript = (json: string): Transcript | null => Transcript.safeParse(JSON.parse(json)).data ?? null

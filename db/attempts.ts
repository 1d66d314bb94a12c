import { AppError } from '#domain/errors'
import type {
  AttemptRow,
  AttemptStore,
  CleanableAttempt,
  OverrideStore,
  PutAside,
} from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'

const COLUMNS = `id, story_id AS storyId, question_id AS questionId, cue_level AS cueLevel, status, recovered,
  focus, note, favourite, audio_removed_at AS audioRemovedAt, started_at AS startedAt, duration_ms AS durationMs, transcription_error AS transcriptionError`

type Row = Omit<AttemptRow, 'recovered' | 'favourite' | 'focus'> & {
  recovered: 0 | 1
  favourite: 0 | 1
  focus: string | null
}
type Flag = 'favourite' | 'isGrowing' | 'isSilent' | 'isWritten'
type CleanableRow = Omit<CleanableAttempt, Flag> & Record<Flag, 0 | 1>
type EnvelopeRow = { frameMs: number; peaks: Buffer }

/** Attempts and the loudness of their recordings; the audio itself is in files. */
export function createAttemptStore(db: Db): AttemptStore {
  const insert = db.prepare(`INSERT INTO attempts (id, story_id, question_id, cue_level, focus, status, started_at)
    VALUES (@id, @storyId, @questionId, @cueLevel, @focus, 'recording', @startedAt)`)
  const newestFirst = 'ORDER BY started_at DESC, rowid DESC'
  const listAll = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM attempts WHERE removed_at IS NULL ${newestFirst}`)
  const listOf = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM attempts WHERE removed_at IS NULL AND story_id = ? ${newestFirst}`,
  )
  const get = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM attempts WHERE id = ?`)
  const unfinished = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM attempts WHERE status = 'recording'`)
  const finish = db.prepare("UPDATE attempts SET status = 'recorded', duration_ms = ?, recovered = ? WHERE id = ?")
  const saveEnvelope = db.prepare('INSERT OR REPLACE INTO envelopes (attempt_id, frame_ms, peaks) VALUES (?, ?, ?)')
  const envelopeOf = db.prepare<[string], EnvelopeRow>(
    'SELECT frame_ms AS frameMs, peaks FROM envelopes WHERE attempt_id = ?',
  )
  const setError = db.prepare('UPDATE attempts SET transcription_error = ? WHERE id = ?')
  const putAside = db.prepare('UPDATE attempts SET removed_at = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM attempts WHERE id = ?')
  const setStory = db.prepare('UPDATE attempts SET story_id = ? WHERE id = ?')
  const outdateScore = db.prepare("UPDATE scores SET matcher = '' WHERE attempt_id = ?")
  const setNote = db.prepare('UPDATE attempts SET note = ? WHERE id = ?')
  const setFavourite = db.prepare('UPDATE attempts SET favourite = ? WHERE id = ?')
  const putAudioAside = db.prepare('UPDATE attempts SET audio_removed_at = ? WHERE id = ?')
  const aside = db.prepare<[], PutAside>(
    `SELECT 'attempt' AS kind, id, removed_at AS at FROM attempts WHERE removed_at IS NOT NULL
     UNION ALL SELECT 'audio', id, audio_removed_at FROM attempts WHERE audio_removed_at IS NOT NULL
     UNION ALL SELECT 'bank', id, removed_at FROM banks WHERE removed_at IS NOT NULL`,
  )
  const ofBank = db
    .prepare<[string], string>(
      'SELECT attempts.id FROM attempts JOIN stories ON stories.id = story_id WHERE bank_id = ?',
    )
    .pluck()
  const purgeAttempt = db.prepare('DELETE FROM attempts WHERE id = ? AND removed_at = ?')
  const purgeBank = db.prepare('DELETE FROM banks WHERE id = ? AND removed_at = ?')
  const cleanable = db.prepare<[], CleanableRow>(
    `SELECT attempts.id, story_id AS storyId, stories.title AS storyTitle, started_at AS startedAt, favourite,
       status = 'recording' AS isGrowing, audio_removed_at IS NOT NULL AS isSilent,
       EXISTS (SELECT 1 FROM transcripts WHERE attempt_id = attempts.id) AS isWritten
     FROM attempts JOIN stories ON stories.id = story_id JOIN banks ON banks.id = bank_id
     WHERE attempts.removed_at IS NULL AND banks.removed_at IS NULL ORDER BY started_at DESC, attempts.rowid DESC`,
  )

  return {
    add: (attempt) =>
      namingWhatIsThere(() => void insert.run({ ...attempt, focus: attempt.focus && JSON.stringify(attempt.focus) })),
    list: (storyId) => (storyId ? listOf.all(storyId) : listAll.all()).map(toAttempt),
    get: (attemptId) => {
      const row = get.get(attemptId)
      return row ? toAttempt(row) : null
    },
    unfinished: () => unfinished.all().map(toAttempt),
    finish: db.transaction((attemptId, { durationMs, recovered, envelope }) => {
      finish.run(durationMs, recovered ? 1 : 0, attemptId)
      saveEnvelope.run(attemptId, envelope.frameMs, envelope.peaks)
    }),
    setTranscriptionError: (attemptId, code) => void setError.run(code, attemptId),
    envelope: (attemptId) => envelopeOf.get(attemptId) ?? null,
    setRemoved: (attemptId, removedAt) => void putAside.run(removedAt, attemptId),
    setStory: db.transaction((attemptId: string, storyId: string) => {
      namingWhatIsThere(() => void setStory.run(storyId, attemptId))
      outdateScore.run(attemptId)
    }),
    setNote: (attemptId, note) => void setNote.run(note, attemptId),
    setFavourite: (attemptId, favourite) => void setFavourite.run(favourite ? 1 : 0, attemptId),
    setAllRemoved: db.transaction((attemptIds, removedAt) => {
      for (const attemptId of attemptIds) putAside.run(removedAt, attemptId)
    }),
    setAudioRemoved: db.transaction((attemptIds, removedAt) => {
      for (const attemptId of attemptIds) putAudioAside.run(removedAt, attemptId)
    }),
    putAside: () => aside.all(),
    ofBank: (bankId) => ofBank.all(bankId),
    purge: db.transaction((gone: readonly PutAside[]) => {
      for (const { kind, id, at } of gone) {
        if (kind === 'attempt') purgeAttempt.run(id, at)
        if (kind === 'bank') purgeBank.run(id, at)
      }
    }),
    cleanable: () =>
      cleanable.all().map((row) => ({
        ...row,
        favourite: row.favourite === 1,
        isGrowing: row.isGrowing === 1,
        isSilent: row.isSilent === 1,
        isWritten: row.isWritten === 1,
      })),
    delete: (attemptId) => void remove.run(attemptId),
  }
}

/** The user's own verdicts on points. */
export function createOverrideStore(db: Db): OverrideStore {
  type Verdict = { pointId: string; status: 'covered' | 'partial' | 'missed' }
  const of = db.prepare<[string], Verdict>('SELECT point_id AS pointId, status FROM overrides WHERE attempt_id = ?')
  const set = db.prepare(`INSERT INTO overrides (attempt_id, point_id, status, set_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (attempt_id, point_id) DO UPDATE SET status = excluded.status, set_at = excluded.set_at`)
  const clear = db.prepare('DELETE FROM overrides WHERE attempt_id = ? AND point_id = ?')
  return {
    of: (attemptId) => new Map(of.all(attemptId).map((row) => [row.pointId, row.status])),
    set: (attemptId, pointId, status, setAt) =>
      namingWhatIsThere(
        () => void (status ? set.run(attemptId, pointId, status, setAt) : clear.run(attemptId, pointId)),
      ),
  }
}

/** A row that names a story, question or point which is gone meanwhile becomes `not-found`. */
function namingWhatIsThere(write: () => void): void {
  try {
    write()
  } catch (cause) {
    const gone = (cause as { code?: unknown }).code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
    throw gone ? new AppError('not-found', { cause }) : cause
  }
}

const toAttempt = (row: Row): AttemptRow => ({
  ...row,
  recovered: row.recovered === 1,
  favourite: row.favourite === 1,
  focus: row.focus === null ? null : JSON.parse(row.focus),
})

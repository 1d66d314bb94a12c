import type { KnownScore, ScoreStore } from '../electron/services/ports.ts'
import type { Db } from './open.ts'

type Row = { storyId: string; attemptId: string; matcher: string | null; score: string | null }

const JUDGEABLE = `(EXISTS (SELECT 1 FROM transcripts WHERE attempt_id = attempts.id)
  OR EXISTS (SELECT 1 FROM overrides WHERE attempt_id = attempts.id))`

/** Scores as they were last given; those of another matcher than `matcher` are not current. */
export function createScoreStore(db: Db, matcher: string): ScoreStore {
  const newest = db.prepare<[], Row>(
    `SELECT story_id AS storyId, id AS attemptId, matcher, score FROM (
       SELECT id, story_id, row_number() OVER (PARTITION BY story_id ORDER BY started_at DESC, rowid DESC) AS nth
       FROM attempts WHERE removed_at IS NULL AND ${JUDGEABLE} AND story_id IN (
         SELECT stories.id FROM stories JOIN banks ON banks.id = bank_id
         WHERE stories.removed_at IS NULL AND banks.removed_at IS NULL))
     LEFT JOIN scores ON attempt_id = id WHERE nth = 1`,
  )
  const ofStory = db.prepare<[string], Row>(
    `SELECT story_id AS storyId, id AS attemptId, matcher, score
     FROM attempts LEFT JOIN scores ON attempt_id = id
     WHERE story_id = ? AND removed_at IS NULL AND ${JUDGEABLE} ORDER BY started_at DESC, attempts.rowid DESC`,
  )
  // An attempt may be gone since it was judged.
  const save = db.prepare(`INSERT OR REPLACE INTO scores (attempt_id, matcher, score)
    SELECT id, ?, ? FROM attempts WHERE id = ?`)
  const outdate = db.prepare("UPDATE scores SET matcher = '' WHERE attempt_id = ?")
  const known = (row: Row): KnownScore => ({
    attemptId: row.attemptId,
    score: JSON.parse(row.score ?? 'null'),
    isCurrent: row.matcher === matcher,
  })
  return {
    newest: () => new Map(newest.all().map((row) => [row.storyId, known(row)])),
    ofStory: (storyId) => new Map(ofStory.all(storyId).map((row) => [row.attemptId, known(row)])),
    save: db.transaction((scores) => {
      for (const [attemptId, score] of scores) save.run(matcher, JSON.stringify(score), attemptId)
    }),
    outdate: (attemptId) => void outdate.run(attemptId),
  }
}

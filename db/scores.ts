import { readinessOf } from '#domain/coverage/score'
import type { Answer } from '#domain/progress/answer'
import type { KnownScore, ScoreStore } from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'

type Row = { storyId: string; attemptId: string; matcher: string | null; score: string | null }

const JUDGEABLE = `(EXISTS (SELECT 1 FROM transcripts WHERE attempt_id = attempts.id)
  OR EXISTS (SELECT 1 FROM overrides WHERE attempt_id = attempts.id))`

const LIVE = 'attempts JOIN stories ON stories.id = story_id JOIN banks ON banks.id = bank_id'
const IS_LIVE = 'attempts.removed_at IS NULL AND stories.removed_at IS NULL AND banks.removed_at IS NULL'

/** Scores as they were last given; those of another matcher than `matcher` are not current. */
export function createScoreStore(db: Db, matcher: string): ScoreStore {
  const newest = db.prepare<[], Row>(
    `SELECT story_id AS storyId, id AS attemptId, matcher, score FROM (
       SELECT id, story_id, row_number() OVER (PARTITION BY story_id ORDER BY started_at DESC, rowid DESC) AS nth
       FROM attempts WHERE removed_at IS NULL AND focus IS NULL AND ${JUDGEABLE} AND story_id IN (
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
  const save = db.prepare(`INSERT OR REPLACE INTO scores
      (attempt_id, matcher, score, statuses, readiness, words_per_minute, fillers_per_minute, pause_share)
    SELECT id, @matcher, @score, @statuses, CASE WHEN focus IS NULL THEN @readiness END,
      @wordsPerMinute, @fillersPerMinute, @pauseShare
    FROM attempts WHERE id = @attemptId`)
  const outdated = db.prepare<[string], { id: string }>(
    `SELECT attempts.id FROM ${LIVE} LEFT JOIN scores ON attempt_id = attempts.id
     WHERE ${IS_LIVE} AND ${JUDGEABLE} AND matcher IS NOT ? ORDER BY started_at DESC`,
  )
  const answers = db.prepare<{ bankId: string | null }, Answer>(
    `SELECT attempts.id AS attemptId, story_id AS storyId, started_at AS startedAt, duration_ms AS durationMs, readiness,
       words_per_minute AS wordsPerMinute, fillers_per_minute AS fillersPerMinute, pause_share AS pauseShare
     FROM ${LIVE} LEFT JOIN scores ON attempt_id = attempts.id
     WHERE ${IS_LIVE} AND status = 'recorded' AND (@bankId IS NULL OR bank_id = @bankId) ORDER BY started_at`,
  )
  const verdicts = db.prepare<{ bankId: string | null; last: number }, { storyId: string; statuses: string }>(
    `SELECT storyId, statuses FROM (
       SELECT story_id AS storyId, statuses, row_number() OVER (PARTITION BY story_id ORDER BY started_at DESC) AS nth
       FROM ${LIVE} JOIN scores ON attempt_id = attempts.id
       WHERE ${IS_LIVE} AND score <> 'null' AND (@bankId IS NULL OR bank_id = @bankId))
     WHERE nth <= @last`,
  )
  const outdate = db.prepare("UPDATE scores SET matcher = '' WHERE attempt_id = ?")
  const known = (row: Row): KnownScore => ({
    attemptId: row.attemptId,
    score: JSON.parse(row.score ?? 'null'),
    isCurrent: row.matcher === matcher,
  })
  return {
    newest: () => new Map(newest.all().map((row) => [row.storyId, known(row)])),
    ofStory: (storyId) => new Map(ofStory.all(storyId).map((row) => [row.attemptId, known(row)])),
    save: db.transaction((assessments) => {
      for (const [attemptId, { score, statuses, habits }] of assessments)
        save.run({
          attemptId,
          matcher,
          score: JSON.stringify(score),
          statuses: JSON.stringify(statuses),
          readiness: readinessOf(score),
          wordsPerMinute: habits?.wordsPerMinute ?? null,
          fillersPerMinute: habits?.fillersPerMinute ?? null,
          pauseShare: habits?.pauseShare ?? null,
        })
    }),
    outdated: () => outdated.all(matcher).map(({ id }) => id),
    answers: (bankId) => answers.all({ bankId }),
    verdicts: (bankId, last) =>
      verdicts.all({ bankId, last }).map(({ storyId, statuses }) => ({ storyId, statuses: JSON.parse(statuses) })),
    outdate: (attemptId) => void outdate.run(attemptId),
  }
}

import { isUnspaced } from '#domain/search/terms'
import type { FoundSpeech, FoundText, SearchStore } from '../electron/services/ports/search.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'

const WRITTEN = `SELECT written.kind, ref, written.body, banks.id AS bankId, banks.title AS bankTitle,
    coalesce(stories.section_id, questions.section_id, sections.id) AS sectionId,
    stories.id AS storyId, stories.title AS storyTitle, attempts.id AS attemptId, attempts.started_at AS startedAt, part
  FROM written
  LEFT JOIN points ON written.kind = 'point' AND points.id = ref
  LEFT JOIN attempts ON written.kind = 'attempt-note' AND attempts.id = ref
  LEFT JOIN sections ON written.kind = 'section' AND sections.id = ref
  LEFT JOIN questions ON written.kind = 'question' AND questions.id = ref
  LEFT JOIN stories ON stories.id = CASE WHEN written.kind IN ('story', 'story-note') THEN ref
    ELSE coalesce(points.story_id, attempts.story_id) END
  LEFT JOIN banks ON banks.id = CASE written.kind WHEN 'bank' THEN ref
    ELSE coalesce(stories.bank_id, sections.bank_id, questions.bank_id) END`
const WRITTEN_LIVES = `banks.id IS NOT NULL AND banks.removed_at IS NULL AND stories.removed_at IS NULL
  AND points.removed_at IS NULL AND attempts.removed_at IS NULL`

const SPOKEN = `SELECT attempts.id AS attemptId, started_at AS startedAt, stories.id AS storyId,
    stories.title AS storyTitle, section_id AS sectionId, bank_id AS bankId
  FROM spoken JOIN attempts ON attempts.id = attempt_id JOIN stories ON stories.id = story_id
  JOIN banks ON banks.id = bank_id`
const SPOKEN_LIVES = 'attempts.removed_at IS NULL AND stories.removed_at IS NULL AND banks.removed_at IS NULL'

/** Every term as the beginning of a word. */
const matchOf = (terms: readonly string[]): string => terms.map((term) => `"${term}"*`).join(' ')

/** The full-text index. Scripts without spaces are searched by reading everything: there is no word to look up. */
export function createSearchStore(db: Db): SearchStore {
  const like = (table: string, terms: readonly string[]) =>
    terms.map(() => `${table}.body LIKE '%' || ? || '%'`).join(' AND ')
  return {
    written(terms, limit) {
      const rows = terms.some(isUnspaced)
        ? prepared(db, `${WRITTEN} WHERE ${like('written', terms)} AND ${WRITTEN_LIVES} LIMIT ?`).all(...terms, limit)
        : prepared(
            db,
            `${WRITTEN} JOIN written_index ON written_index.rowid = written.id
             WHERE written_index MATCH ? AND ${WRITTEN_LIVES} ORDER BY rank LIMIT ?`,
          ).all(matchOf(terms), limit)
      return rows as FoundText[]
    },
    spoken(terms, limit) {
      const rows = terms.some(isUnspaced)
        ? prepared(
            db,
            `${SPOKEN} WHERE ${like('spoken', terms)} AND ${SPOKEN_LIVES} ORDER BY spoken.id DESC LIMIT ?`,
          ).all(...terms, limit)
        : prepared(
            db,
            `${SPOKEN} JOIN spoken_index ON spoken_index.rowid = spoken.id
             WHERE spoken_index MATCH ? AND ${SPOKEN_LIVES} ORDER BY spoken_index.rowid DESC LIMIT ?`,
          ).all(matchOf(terms), limit)
      return rows as FoundSpeech[]
    },
  }
}

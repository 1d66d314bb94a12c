import type { Fact, Question, Section } from '#domain/story'
import type { KnownPoint, StoryStore } from '../electron/services/ports.ts'
import type { Db } from './open.ts'
import { readStories, writePoints } from './story-rows.ts'

type NullableSection = { [K in keyof Section]: Section[K] | null }

/** Single stories and the user's edits of them. */
export function createStoryStore(db: Db): StoryStore {
  const rename = db.prepare('UPDATE stories SET title = ? WHERE id = ?')
  const allPoints = db.prepare<[string], Omit<KnownPoint, 'facts' | 'removed'> & { removed: 0 | 1 }>(
    `SELECT id, part, text, source_text AS sourceText, weight, line, removed_at IS NOT NULL AS removed
     FROM points WHERE story_id = ? ORDER BY position`,
  )
  const factsOf = db.prepare<[string], Fact>('SELECT kind, text FROM facts WHERE point_id = ? ORDER BY position')
  const sourceTitle = db.prepare<[string], string>('SELECT source_title FROM stories WHERE id = ?').pluck()
  const bankAndSection = db.prepare<[string], { bankTitle: string } & NullableSection>(
    `SELECT banks.title AS bankTitle, sections.id, sections.title, sections.definition
     FROM stories JOIN banks ON banks.id = stories.bank_id LEFT JOIN sections ON sections.id = stories.section_id
     WHERE stories.id = ?`,
  )
  const questions = db.prepare<[string], Question>(
    `SELECT questions.id, text, section_id AS sectionId
     FROM story_questions JOIN questions ON questions.id = question_id WHERE story_id = ? ORDER BY story_questions.position`,
  )
  return {
    surroundings: (storyId) => {
      const row = bankAndSection.get(storyId)
      const { id, title, definition } = row ?? {}
      return {
        bankTitle: row?.bankTitle ?? '',
        section: id && title ? { id, title, definition: definition ?? null } : null,
        questions: questions.all(storyId),
      }
    },
    list: () => readStories(db, 'id IS NOT NULL'),
    get: (storyId) => readStories(db, 'id = ?', storyId)[0] ?? null,
    allPoints: (storyId) =>
      allPoints.all(storyId).map((row) => ({ ...row, removed: row.removed === 1, facts: factsOf.all(row.id) })),
    sourceTitle: (storyId) => sourceTitle.get(storyId) ?? '',
    savePoints: db.transaction((storyId, points, removedAt) => writePoints(db, storyId, points, removedAt)),
    rename: (storyId, title) => void rename.run(title, storyId),
  }
}

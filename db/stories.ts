import type { Question, Section } from '#domain/story'
import type { StoryStore } from '../electron/services/ports.ts'
import type { Db } from './open.ts'
import { readKnownPoints, readStories, writePoints } from './story-rows.ts'

type NullableSection = { [K in keyof Section]: Section[K] | null }

/** Single stories and the user's edits of them. */
export function createStoryStore(db: Db): StoryStore {
  const rename = db.prepare('UPDATE stories SET title = ? WHERE id = ?')
  const sourceTitles = db.prepare<[string], { id: string; sourceTitle: string }>(
    'SELECT id, source_title AS sourceTitle FROM stories WHERE bank_id = ? AND removed_at IS NULL',
  )
  const sharedPoints = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM points JOIN stories ON stories.id = story_id
       WHERE bank_id = ? AND source_text IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
  const pointIds = db.prepare<[string], string>('SELECT id FROM points WHERE story_id = ?').pluck()
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
    known(bankId) {
      const titles = new Map(sourceTitles.all(bankId).map((row) => [row.id, row.sourceTitle]))
      const points = readKnownPoints(db, bankId)
      return readStories(db, 'bank_id = ?', bankId).map(({ story }) => ({
        ...story,
        sourceTitle: titles.get(story.id) ?? '',
        points: points.get(story.id) ?? [],
      }))
    },
    sharedPoints: (bankId, texts) => sharedPoints.get(bankId, JSON.stringify(texts)) ?? 0,
    pointIds: (storyId) => new Set(pointIds.all(storyId)),
    savePoints: db.transaction((storyId, points, removedAt) => writePoints(db, storyId, points, removedAt)),
    rename: (storyId, title) => void rename.run(title, storyId),
  }
}

import type { Question, Section } from '#domain/story'
import type { StoryOverview, StoryStore } from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'
import { readKnownPoints, readStories, writePoints } from './story-rows.ts'

type OverviewRow = Omit<StoryOverview, 'questionIds'> & { questionIds: string }
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
  const bankAndSection = db.prepare<[string], { bankTitle: string; bankLanguage: string | null } & NullableSection>(
    `SELECT banks.title AS bankTitle, banks.language AS bankLanguage, sections.id, sections.title, sections.definition
     FROM stories JOIN banks ON banks.id = stories.bank_id LEFT JOIN sections ON sections.id = stories.section_id
     WHERE stories.id = ?`,
  )
  const questions = db.prepare<[string], Question>(
    `SELECT questions.id, text, section_id AS sectionId
     FROM story_questions JOIN questions ON questions.id = question_id WHERE story_id = ? ORDER BY story_questions.position`,
  )
  const overviews = db.prepare<[], OverviewRow>(`
    SELECT stories.id, bank_id AS bankId, kind, stories.title, section_id AS sectionId,
      (SELECT json_group_array(question_id ORDER BY position) FROM story_questions WHERE story_id = stories.id)
        AS questionIds,
      (SELECT count(*) FROM points WHERE story_id = stories.id AND removed_at IS NULL AND weight <> 'optional')
        AS pointCount,
      (SELECT count(*) FROM attempts WHERE story_id = stories.id AND removed_at IS NULL) AS attemptCount,
      (SELECT max(started_at) FROM attempts WHERE story_id = stories.id AND removed_at IS NULL) AS lastPractisedAt
    FROM stories JOIN banks ON banks.id = bank_id
    WHERE stories.removed_at IS NULL AND banks.removed_at IS NULL
    ORDER BY banks.imported_at, banks.rowid, stories.position`)
  return {
    overviews: () => overviews.all().map((row) => ({ ...row, questionIds: JSON.parse(row.questionIds) })),
    surroundings: (storyId) => {
      const row = bankAndSection.get(storyId)
      const { id, title, definition } = row ?? {}
      return {
        bankTitle: row?.bankTitle ?? '',
        bankLanguage: row?.bankLanguage ?? null,
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

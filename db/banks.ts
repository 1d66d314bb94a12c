import type { Correction } from '#domain/bank/correction'
import type { Question, Section } from '#domain/story'
import type {
  BankContent,
  BankRecord,
  BankStore,
  ImportedStory,
  StoredBank,
} from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'
import { readStories, writeStory } from './story-rows.ts'

type BankRow = { id: string; title: string; file_name: string; imported_at: number; language: string | null }

/** Banks with their sections, questions and stories; the source is kept to the byte. */
export function createBankStore(db: Db): BankStore {
  const listBanks = db.prepare<[], BankRow>(
    'SELECT id, title, file_name, imported_at, language FROM banks WHERE removed_at IS NULL ORDER BY imported_at, rowid',
  )
  const sectionsOf = db.prepare<[string], Section>(
    'SELECT id, title, definition FROM sections WHERE bank_id = ? ORDER BY position',
  )
  const questionsOf = db.prepare<[string], Question>(
    'SELECT id, text, section_id AS sectionId FROM questions WHERE bank_id = ? ORDER BY position',
  )
  const countStories = db
    .prepare<[string], number>('SELECT count(*) FROM stories WHERE bank_id = ? AND removed_at IS NULL')
    .pluck()
  const sourceOf = db.prepare<[string], { fileName: string; source: Buffer }>(
    'SELECT file_name AS fileName, source FROM banks WHERE id = ?',
  )
  const correctionsOf = db.prepare<[string], string>('SELECT corrections FROM banks WHERE id = ?').pluck()
  const setLanguage = db.prepare('UPDATE banks SET language = ? WHERE id = ?')
  const putAside = db.prepare('UPDATE banks SET removed_at = ? WHERE id = ?')
  const upsertBank = db.prepare(`
    INSERT INTO banks (id, title, file_name, source, imported_at, corrections) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, file_name = excluded.file_name,
      source = excluded.source, imported_at = excluded.imported_at,
      corrections = excluded.corrections, removed_at = NULL`)
  const upsertSection = db.prepare(`
    INSERT INTO sections (id, bank_id, position, title, definition) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, title = excluded.title, definition = excluded.definition`)
  const upsertQuestion = db.prepare(`
    INSERT INTO questions (id, bank_id, section_id, position, text) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET section_id = excluded.section_id, position = excluded.position, text = excluded.text`)

  return {
    list: () => listBanks.all().map(toBank),
    contentOf: (bankId): BankContent => ({
      sections: sectionsOf.all(bankId),
      questions: questionsOf.all(bankId),
      stories: readStories(db, 'bank_id = ?', bankId).map((row) => row.story),
    }),
    outlineOf: (bankId) => ({
      sections: sectionsOf.all(bankId),
      questions: questionsOf.all(bankId),
      storyCount: countStories.get(bankId) ?? 0,
    }),
    source: (bankId) => sourceOf.get(bankId) ?? null,
    corrections: (bankId): Correction[] => JSON.parse(correctionsOf.get(bankId) ?? '[]'),
    setLanguage: (bankId, language) => void setLanguage.run(language, bankId),
    setRemoved: (bankId, removedAt) => void putAside.run(removedAt, bankId),
    save: db.transaction((record) => {
      const { sections, questions, stories } = record
      const { id, title, fileName, source, importedAt } = record
      upsertBank.run(id, title, fileName, source, importedAt, JSON.stringify(record.corrections))
      sections.forEach((section: Section, position: number) => {
        upsertSection.run(section.id, record.id, position, section.title, section.definition)
      })
      questions.forEach((question: Question, position: number) => {
        upsertQuestion.run(question.id, record.id, question.sectionId, position, question.text)
      })
      stories.forEach((story: ImportedStory, position: number) => {
        writeStory(db, record.id, story, position, record.importedAt)
      })
      dropOthers(db, record)
    }),
  }
}

/** What the new version of a document no longer has: stories are put aside with their attempts, the rest goes. */
function dropOthers(db: Db, bank: BankRecord): void {
  const ids = (items: readonly { id: string }[]) => JSON.stringify(items.map((item) => item.id))
  const others = 'bank_id = ? AND id NOT IN (SELECT value FROM json_each(?))'
  db.prepare(`UPDATE stories SET removed_at = ? WHERE removed_at IS NULL AND ${others}`).run(
    bank.importedAt,
    bank.id,
    ids(bank.stories),
  )
  db.prepare(`DELETE FROM questions WHERE ${others}`).run(bank.id, ids(bank.questions))
  db.prepare(`DELETE FROM sections WHERE ${others}`).run(bank.id, ids(bank.sections))
}

const toBank = (row: BankRow): StoredBank => ({
  id: row.id,
  title: row.title,
  fileName: row.file_name,
  importedAt: row.imported_at,
  language: row.language,
})

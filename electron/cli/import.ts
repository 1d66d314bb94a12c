import { basename } from 'node:path'
import { createDocumentConverter } from '../adapters/document-converter.ts'
import { createDocuments } from '../services/library/documents.ts'
import { readInput } from './input.ts'

/** `import FILE`: parses a story bank and stores nothing. */
export async function importCommand(file: string) {
  const documents = createDocuments({ converter: createDocumentConverter(), now: Date.now, pause: async () => {} })
  const { bank } = await documents.read({ fileName: basename(file), bytes: await readInput(file) })
  const json = {
    title: bank.title,
    sections: bank.sections.map(({ id, title, definition }) => ({
      id,
      title,
      ...(definition ? { definition } : {}),
    })),
    questions: bank.questions.map(({ id, text, sectionId }) => ({ id, text, ...(sectionId ? { sectionId } : {}) })),
    stories: bank.stories.map(({ id, title, sectionId, questionIds, kind, target, notes, points }) => ({
      id,
      title,
      kind,
      ...(sectionId ? { sectionId } : {}),
      questionIds,
      ...(target ? { target } : {}),
      notes: notes.map((note) => note.text),
      points: points.map((point) => ({
        id: point.id,
        part: point.part,
        text: point.text,
        facts: point.facts.map((fact) => fact.text),
        line: point.lines.from,
        lines: point.lines,
        ...(point.guessed ? { guessed: true } : {}),
      })),
    })),
    other: bank.other.map(({ lines, text }) => ({ lines, text })),
    problems: bank.problems,
  }
  const stories = bank.stories.map((story) => `  ${story.title} (${story.points.length} points)`)
  const problems = bank.problems.map((problem) => `  line ${problem.line}: ${problem.message}`)
  const summary = [
    `${bank.title}: ${bank.stories.length} stories, ${bank.sections.length} sections, ${bank.questions.length} questions`,
    ...stories,
    ...(problems.length > 0 ? ['Problems:', ...problems] : []),
  ].join('\n')
  return { json, text: summary }
}

import { basename } from 'node:path'
import { readBank } from '#domain/bank/read'
import type { Section } from '#domain/story'
import { readInput } from './input.ts'

/** `import FILE`: parses a story bank and stores nothing. */
export async function importCommand(file: string) {
  const { bank } = readBank(await readInput(file), { fallbackTitle: basename(file).replace(/\.[^.]+$/, '') })
  const json = {
    title: bank.title,
    sections: bank.sections.map(({ id, title, definition }: Section) => ({
      id,
      title,
      ...(definition ? { definition } : {}),
    })),
    questions: bank.questions.map(({ id, text, sectionId }) => ({ id, text, ...(sectionId ? { sectionId } : {}) })),
    stories: bank.stories.map(({ id, title, sectionId, questionIds, kind, points }) => ({
      id,
      title,
      kind,
      ...(sectionId ? { sectionId } : {}),
      questionIds,
      points: points.map((point) => ({
        id: point.id,
        part: point.part,
        text: point.text,
        facts: point.facts.map((fact) => fact.text),
        line: point.line,
      })),
    })),
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

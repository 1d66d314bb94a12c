import type { GapReason, Matrix } from '#contract/practice'

type Section = Matrix['sections'][number]
type MatrixStory = Matrix['stories'][number]

/** A row of the table: a section with the stories that stand under it, or a question with the stories that answer it. */
export interface GridRow {
  readonly id: string
  readonly kind: 'section' | 'question'
  readonly text: string
  readonly storyIds: ReadonlySet<string>
  readonly gap: GapReason | null
}

export interface Grid {
  readonly rows: readonly GridRow[]
  readonly stories: readonly MatrixStory[]
}

/** What a bank lacks. */
export interface Gaps {
  readonly sections: readonly Section[]
  readonly questions: readonly { readonly id: string; readonly text: string }[]
  readonly stories: readonly MatrixStory[]
}

/** The sections of a bank. */
export const sectionsOf = (matrix: Matrix, bankId: string): readonly Section[] =>
  matrix.sections.filter((section) => section.bankId === bankId)

/** The rows of a bank, or of one of its sections, against the stories that have to do with them. */
export function gridOf(matrix: Matrix, bankId: string, sectionId: string | null): Grid {
  const answers = new Map<string, Set<string>>()
  for (const { questionId, storyId } of matrix.cells)
    answers.set(questionId, (answers.get(questionId) ?? new Set()).add(storyId))
  const questionRow = ({ id, text }: { id: string; text: string }): GridRow => ({
    id,
    kind: 'question',
    text,
    storyIds: answers.get(id) ?? new Set(),
    gap: answers.has(id) ? null : 'no-story',
  })
  const sections = sectionsOf(matrix, bankId).filter(({ id }) => sectionId === null || id === sectionId)
  const rows = sections.flatMap(({ id, title, gap, questions, storyIds }): GridRow[] => [
    { id, kind: 'section', text: title, storyIds: new Set(storyIds), gap },
    ...questions.map(questionRow),
  ])
  const loose = sectionId === null ? matrix.loose.filter((question) => question.bankId === bankId).map(questionRow) : []
  const shown = [...rows, ...loose]
  const used = new Set(shown.flatMap(({ storyIds }) => [...storyIds]))
  const stories = matrix.stories.filter((story) =>
    sectionId === null ? story.bankId === bankId || used.has(story.id) : used.has(story.id),
  )
  return { rows: shown, stories }
}

/** The sections without a story to rely on, the questions and stories that have nothing of each other. */
export function gapsOf(matrix: Matrix, bankId: string): Gaps {
  const sections = sectionsOf(matrix, bankId)
  const loose = matrix.loose.filter((question) => question.bankId === bankId)
  return {
    sections: sections.filter(({ gap }) => gap !== null),
    questions: [...sections.flatMap(({ questions }) => questions), ...loose].filter(({ hasStory }) => !hasStory),
    stories: matrix.stories.filter((story) => story.bankId === bankId && !story.isAsked),
  }
}

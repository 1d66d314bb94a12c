/** From this readiness on a story can be relied on. */
export const READY_FROM = 0.8

export interface MatrixBank {
  readonly id: string
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly questions: readonly { readonly id: string; readonly text: string; readonly sectionId: string | null }[]
}

export interface MatrixStory {
  readonly id: string
  readonly bankId: string
  readonly title: string
  readonly sectionId: string | null
  readonly questionIds: readonly string[]
  readonly readiness: number | null
}

export type Gap = 'no-story' | 'not-practised' | 'not-ready'

/** Why no story can be relied on; null when there is one. */
function gapOf(stories: readonly MatrixStory[]): Gap | null {
  if (stories.length === 0) return 'no-story'
  if (stories.every(({ readiness }) => readiness === null)) return 'not-practised'
  return stories.some(({ readiness }) => (readiness ?? 0) >= READY_FROM) ? null : 'not-ready'
}

/** Which story answers which question; a section's stories are its own and those that answer its questions. */
export function matrixOf(banks: readonly MatrixBank[], stories: readonly MatrixStory[]) {
  const questionIds = new Set(banks.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const cells = stories.flatMap((story) =>
    story.questionIds
      .filter((questionId) => questionIds.has(questionId))
      .map((questionId) => ({ questionId, storyId: story.id })),
  )
  const answered = new Set(cells.map(({ questionId }) => questionId))
  const asked = new Set(cells.map(({ storyId }) => storyId))
  const inSection = Map.groupBy(stories, ({ sectionId }) => sectionId)
  const byQuestion = Map.groupBy(cells, ({ questionId }) => questionId)
  const byId = new Map(stories.map((story) => [story.id, story]))

  const sections = banks.flatMap(({ id: bankId, sections, questions }) => {
    const bySection = Map.groupBy(questions, ({ sectionId }) => sectionId)
    return sections.map(({ id, title }) => {
      const own = bySection.get(id) ?? []
      const ids = new Set([
        ...(inSection.get(id) ?? []).map((story) => story.id),
        ...own.flatMap((question) => (byQuestion.get(question.id) ?? []).map(({ storyId }) => storyId)),
      ])
      return {
        id,
        bankId,
        title,
        gap: gapOf([...ids].map((storyId) => byId.get(storyId)!)),
        questions: own.map(({ id, text }) => ({ id, text, hasStory: answered.has(id) })),
        storyIds: [...ids],
      }
    })
  })
  const loose = banks.flatMap(({ id: bankId, sections, questions }) => {
    const known = new Set(sections.map(({ id }) => id))
    return questions
      .filter(({ sectionId }) => sectionId === null || !known.has(sectionId))
      .map(({ id, text }) => ({ id, bankId, text, hasStory: answered.has(id) }))
  })
  return {
    sections,
    loose,
    stories: stories.map(({ id, bankId, title, readiness }) => ({
      id,
      bankId,
      title,
      readiness,
      isAsked: asked.has(id),
    })),
    cells,
  }
}

/** A question that may be asked; `storyIds` are the stories that answer it. */
export interface MockQuestion {
  readonly id: string
  readonly sectionId: string | null
  readonly storyIds: readonly string[]
  /** When an earlier interview asked it last. Milliseconds since 1970. */
  readonly lastAskedAt: number | null
}

export interface MockStory {
  readonly id: string
  readonly sectionId: string | null
  readonly readiness: number | null
}

/** A question that was asked in this interview and the story that was told, or else planned. */
export interface Asked {
  readonly questionId: string | null
  readonly storyId: string | null
}

export interface MockChoice {
  readonly questionId: string
  /** The story that is likely told; null when there is no story at all. */
  readonly storyId: string | null
}

/** A competency that is ready still comes up this often, compared with one without any practice. */
const LEAST_WEIGHT = 0.1

/** How much a competency needs asking: one minus the readiness of its best story. */
function weaknessOf(storyIds: ReadonlySet<string>, stories: readonly MockStory[]): number {
  const best = Math.max(0, ...stories.filter(({ id }) => storyIds.has(id)).map(({ readiness }) => readiness ?? 0))
  return Math.max(LEAST_WEIGHT, 1 - best)
}

function weighted<T>(items: readonly T[], weightOf: (item: T) => number, random: () => number): T {
  let left = random() * items.reduce((sum, item) => sum + weightOf(item), 0)
  for (const item of items) {
    left -= weightOf(item)
    if (left < 0) return item
  }
  return items.at(-1)!
}

/**
 * The next question of a mock interview; null when all were asked. The section is drawn, weak ones more often; within
 * it the question asked longest ago comes first. A question that only the last story answers waits while it can.
 */
export function chooseQuestion(
  questions: readonly MockQuestion[],
  stories: readonly MockStory[],
  asked: readonly Asked[],
  random: () => number,
): MockChoice | null {
  const done = new Set(asked.map(({ questionId }) => questionId))
  const left = questions.filter(({ id }) => !done.has(id))
  const last = asked.at(-1)?.storyId ?? null
  const free = left.filter(({ storyIds }) => storyIds.length === 0 || storyIds.some((id) => id !== last))
  const open = free.length > 0 ? free : left
  if (open.length === 0) return null
  const sections = [...Map.groupBy(open, ({ sectionId }) => sectionId)]
  const [, own] = weighted(
    sections,
    ([sectionId, members]) => weaknessOf(answering(sectionId, members, stories), stories),
    random,
  )
  const longestAgo = Math.min(...own.map(({ lastAskedAt }) => lastAskedAt ?? 0))
  const question = weighted(
    own.filter(({ lastAskedAt }) => (lastAskedAt ?? 0) === longestAgo),
    () => 1,
    random,
  )
  return { questionId: question.id, storyId: plannedStory(question, stories, asked) }
}

const answering = (sectionId: string | null, questions: readonly MockQuestion[], stories: readonly MockStory[]) =>
  new Set([
    ...questions.flatMap(({ storyIds }) => storyIds),
    ...stories.filter((story) => sectionId !== null && story.sectionId === sectionId).map(({ id }) => id),
  ])

/** A story of the question, else of its section, else any; the one told longest ago, and not the last one while there is another. */
function plannedStory(question: MockQuestion, stories: readonly MockStory[], asked: readonly Asked[]): string | null {
  const known = new Set(stories.map(({ id }) => id))
  const linked = question.storyIds.filter((id) => known.has(id))
  const near = stories
    .filter(({ sectionId }) => sectionId !== null && sectionId === question.sectionId)
    .map(({ id }) => id)
  const pool = [linked, near, [...known]].find((ids) => ids.length > 0) ?? []
  const told = asked.map(({ storyId }) => storyId)
  const least = (ids: readonly string[]) =>
    ids.reduce((best, id) => (told.lastIndexOf(id) < told.lastIndexOf(best) ? id : best))
  return pool.length > 0 ? least(pool) : null
}

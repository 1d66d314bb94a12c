import type { StoryDetail } from '#contract/stories'
import type { Question } from '#domain/story'

/** The value of `?question=` for a rehearsal without a question. */
export const NO_QUESTION = 'none'

/** The question that is asked: the one of the address, else the story's first; null for the title alone. */
export function askedQuestion(questions: readonly Question[], param: string | null): Question | null {
  if (param === NO_QUESTION) return null
  return questions.find(({ id }) => id === param) ?? questions[0] ?? null
}

/** The question after this one, round and round. */
export function questionAfter(questions: readonly Question[], current: Question | null): Question | null {
  const index = questions.findIndex(({ id }) => id === current?.id)
  return questions[(index + 1) % questions.length] ?? null
}

/** How long this story should take. */
export const targetOf = (detail: StoryDetail, fallback: NonNullable<StoryDetail['story']['target']>) =>
  detail.story.target ?? fallback

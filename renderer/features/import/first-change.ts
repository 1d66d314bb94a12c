import type { ParsedBank, ParsedStory } from '#domain/bank/bank'
import { noteKey, otherKey, pointKey, questionKey, storyKey } from './pieces.ts'
import type { ReviewTab } from './use-review.ts'

/** Something that a change brought, took or altered: the row to show, and its tab. */
export interface FirstChange {
  readonly tab: ReviewTab
  readonly key: string
  readonly storyId: string | null
}

const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The first item of `after` that is not as it was; where items only went, the one that took their place. */
function firstOf<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): T | undefined {
  const at = after.findIndex((item, index) => !isEqual(item, before[index]))
  if (at >= 0) return after[at]
  return after.length < before.length ? after.at(-1) : undefined
}

function inStory(before: ParsedStory | undefined, story: ParsedStory): FirstChange {
  const at = { tab: 'stories' as const, storyId: story.id }
  if (!before || before.title !== story.title) return { ...at, key: storyKey(story.id) }
  const point = firstOf(before.points, story.points)
  if (point) return { ...at, key: pointKey(point.id) }
  const note = firstOf(before.notes, story.notes)
  return { ...at, key: note ? noteKey(note.id) : storyKey(story.id) }
}

/** The first row that differs between two states of a bank; one of the tab in view goes before the others. */
export function firstChange(before: ParsedBank, after: ParsedBank, tab: ReviewTab): FirstChange | null {
  const story = firstOf(before.stories, after.stories)
  const question = firstOf(before.questions, after.questions)
  const other = firstOf(before.other, after.other)
  const found: readonly (FirstChange | null | undefined)[] = [
    story &&
      inStory(
        before.stories.find(({ id }) => id === story.id),
        story,
      ),
    question && { tab: 'questions', key: questionKey(question.id), storyId: null },
    other && { tab: 'other', key: otherKey(other.id), storyId: null },
  ]
  const changes = found.filter((change) => change !== null && change !== undefined)
  return changes.find((change) => change.tab === tab) ?? changes[0] ?? null
}

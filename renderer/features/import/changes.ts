import type { BankChanges, Change } from '#contract/banks'
import type { ParsedBank, ParsedStory } from '#domain/bank/bank'

/** What accepting would do to the bank in the Library, as the user has set the document right so far. */
export interface Changes {
  readonly counts: BankChanges['counts']
  /** Undefined for a new bank. */
  storyChange(id: string): Change | undefined
  pointChange(id: string): Change | undefined
  removedPoints(storyId: string): readonly string[]
  readonly removedStories: readonly string[]
}

const saysSame = (a: ParsedStory, b: ParsedStory) =>
  a === b ||
  (a.title === b.title &&
    a.points.length === b.points.length &&
    a.points.every((point, i) => point.text === b.points[i]!.text && point.part === b.points[i]!.part))

/** Follows the corrections: `opened` is the bank that `updates` speaks of, `bank` the one of now. */
export function followChanges(updates: BankChanges, opened: ParsedBank, bank: ParsedBank): Changes {
  const told = new Map(updates.stories.map((story) => [story.id, story]))
  const points = new Map(updates.points.map(({ id, change }) => [id, change]))
  const before = new Map(opened.stories.map((story) => [story.id, story]))
  const changes = new Map(
    bank.stories.map((story): [string, Change] => {
      const change = told.get(story.id)?.change ?? 'added'
      const former = before.get(story.id)
      return [story.id, change === 'kept' && former && !saysSame(former, story) ? 'changed' : change]
    }),
  )
  const dropped = updates.stories.filter(({ id, change }) => change !== 'added' && !changes.has(id))
  const titles = dropped.map(({ id }) => before.get(id)?.title).filter((title) => title !== undefined)
  const count = (wanted: Change) => [...changes.values()].filter((change) => change === wanted).length
  const removedStories = [...updates.removedStories, ...titles]
  return {
    counts: { added: count('added'), changed: count('changed'), kept: count('kept'), removed: removedStories.length },
    storyChange: (id) => changes.get(id),
    pointChange: (id) => points.get(id),
    removedPoints: (storyId) => told.get(storyId)?.removedPoints ?? [],
    removedStories,
  }
}

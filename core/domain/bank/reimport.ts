import type { Part } from '../story.ts'
import type { ParsedBank } from './bank.ts'
import { bestPairs, wordsOf } from './similarity.ts'

/** A stored point: `text` is what the user sees now, `sourceText` what the last import read, null if added by hand. */
export interface ExistingPoint {
  id: string
  part: Part
  text: string
  sourceText: string | null
}

/** A stored story with its points. `sourceTitle` is the title as imported, null for a story made by hand. */
export interface ExistingStory {
  id: string
  title: string
  sourceTitle: string | null
  points: readonly ExistingPoint[]
}

/** What becomes of one parsed point. */
export interface PointMatch {
  /** Id in the parsed bank. */
  parsedId: string
  existingId: string | null
  change: 'added' | 'kept' | 'changed'
  /** The user reworded this point: the stored text stays, whatever the source says now. */
  keepEdit: boolean
}

/** What becomes of one parsed story. `gonePointIds`: stored points that the source no longer has. */
export interface StoryMatch {
  parsedId: string
  existingId: string | null
  change: 'added' | 'kept' | 'changed'
  points: PointMatch[]
  gonePointIds: string[]
}

export interface BankMatch {
  stories: StoryMatch[]
  /** Stored stories that the source no longer has. */
  goneStoryIds: string[]
}

const SAME_STORY = 0.45
const SAME_POINT = 0.5

/**
 * Finds stored stories and points again in a newly parsed document: identical text first, then the most similar.
 * What the user added by hand is never counted as gone.
 */
export function matchBanks(existing: { stories: readonly ExistingStory[] }, parsed: ParsedBank): BankMatch {
  const stored = existing.stories
  const pairs = bestPairs(
    parsed.stories.map((story) => ({
      exact: storyKey(story.title, story.points),
      name: story.title,
      words: storyWords(
        story.title,
        story.points.map((p) => p.text),
      ),
    })),
    stored.map((story) => ({
      name: story.sourceTitle ?? story.title,
      exact: storyKey(
        story.sourceTitle ?? story.title,
        story.points.filter(isImported).map((p) => ({ text: p.sourceText! })),
      ),
      words: storyWords(
        story.sourceTitle ?? story.title,
        story.points.map((p) => p.sourceText ?? p.text),
      ),
    })),
    SAME_STORY,
  )
  const stories = parsed.stories.map((story, i): StoryMatch => {
    const match = pairs[i] === null ? undefined : stored[pairs[i]!]
    const points = matchPoints(match?.points ?? [], story.points)
    const found = new Set(points.map((point) => point.existingId))
    const gonePointIds = (match?.points ?? [])
      .filter((point) => isImported(point) && !found.has(point.id))
      .map((point) => point.id)
    const same =
      gonePointIds.length === 0 &&
      points.every((point) => point.change === 'kept') &&
      (match?.sourceTitle ?? match?.title) === story.title
    return {
      parsedId: story.id,
      existingId: match?.id ?? null,
      change: match ? (same ? 'kept' : 'changed') : 'added',
      points,
      gonePointIds,
    }
  })
  const found = new Set(stories.map((story) => story.existingId))
  const goneStoryIds = stored
    .filter((story) => story.sourceTitle !== null && !found.has(story.id))
    .map((story) => story.id)
  return { stories, goneStoryIds }
}

const isImported = (point: ExistingPoint) => point.sourceText !== null

const storyKey = (title: string, points: readonly { text: string }[]) =>
  [title, ...points.map((point) => point.text)].join('\n')

// A title says more about which story it is than any one point does.
const storyWords = (title: string, texts: readonly string[]) => [
  ...wordsOf(title),
  ...wordsOf(title),
  ...texts.flatMap(wordsOf),
]

function matchPoints(
  stored: readonly ExistingPoint[],
  parsed: readonly { id: string; part: Part; text: string }[],
): PointMatch[] {
  const imported = stored.filter(isImported)
  const pairs = bestPairs(
    parsed.map(({ part, text }) => ({ exact: `${part} ${text}`, words: wordsOf(text) })),
    imported.map(({ part, sourceText }) => ({ exact: `${part} ${sourceText}`, words: wordsOf(sourceText!) })),
    SAME_POINT,
  )
  return parsed.map((point, i) => {
    const match = pairs[i] === null ? undefined : imported[pairs[i]!]
    const same = match?.sourceText === point.text && match.part === point.part
    return {
      parsedId: point.id,
      existingId: match?.id ?? null,
      change: match ? (same ? 'kept' : 'changed') : 'added',
      keepEdit: match !== undefined && match.text !== match.sourceText,
    }
  })
}

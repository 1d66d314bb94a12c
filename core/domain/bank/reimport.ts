import type { Part, PointWeight } from '../story.ts'
import type { ParsedBank, ParsedPoint } from './bank.ts'
import { bestPairs, type Candidate, wordsOf } from './similarity.ts'

/** A stored point as it is now; `source` is what the last import read, null when it was added by hand. */
export interface ExistingPoint {
  id: string
  part: Part
  text: string
  weight: PointWeight
  source: { text: string; part: Part } | null
  /** Put aside, by the user or because an import no longer had it. */
  removed: boolean
}

/** A stored story with its points. `sourceTitle` is the title as imported. */
export interface ExistingStory {
  id: string
  title: string
  sourceTitle: string
  points: readonly ExistingPoint[]
}

/** What becomes of one parsed point. */
export interface PointMatch {
  /** Id in the parsed bank. */
  parsedId: string
  existingId: string | null
  change: 'added' | 'kept' | 'changed'
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
 * Finds stored stories and points again in a newly parsed document: the same text first, then a title that only one
 * story has, then the most similar. What the user added by hand is gone only when an exact document leaves it out.
 */
export function matchBanks(existing: { stories: readonly ExistingStory[] }, parsed: ParsedBank): BankMatch {
  const stored = existing.stories
  const pairs = bestPairs(
    parsed.stories.map((story) => storyCandidate(story.title, texts(story.points))),
    stored.map((story) => storedCandidate(story, parsed.exact)),
    SAME_STORY,
  )
  const stories = parsed.stories.map((story, i): StoryMatch => {
    const match = pairs[i] === null ? undefined : stored[pairs[i]!]
    const points = matchPoints(match?.points ?? [], story.points, parsed.exact)
    const found = new Set(points.map((point) => point.existingId))
    const gonePointIds = (match?.points ?? [])
      .filter((point) => !point.removed && (parsed.exact || point.source) && !found.has(point.id))
      .map((point) => point.id)
    const same =
      gonePointIds.length === 0 &&
      points.every((point) => point.change === 'kept') &&
      (parsed.exact ? match?.title : match?.sourceTitle) === story.title
    return {
      parsedId: story.id,
      existingId: match?.id ?? null,
      change: match ? (same ? 'kept' : 'changed') : 'added',
      points,
      gonePointIds,
    }
  })
  const found = new Set(stories.map((story) => story.existingId))
  return { stories, goneStoryIds: stored.filter((story) => !found.has(story.id)).map((story) => story.id) }
}

const texts = (points: readonly { text: string }[]) => points.map((point) => point.text)

// A title says more about which story it is than any one point does.
const storyCandidate = (title: string, said: readonly string[]): Candidate => ({
  exact: [[title, ...said].join('\n')],
  name: title,
  words: [...wordsOf(title), ...wordsOf(title), ...said.flatMap(wordsOf)],
})

function storedCandidate({ title, sourceTitle, points }: ExistingStory, exact: boolean): Candidate {
  if (exact) return storyCandidate(title, texts(points.filter((point) => !point.removed)))
  return storyCandidate(
    sourceTitle,
    points.flatMap((point) => (point.source ? [point.source.text] : [])),
  )
}

function matchPoints(stored: readonly ExistingPoint[], parsed: readonly ParsedPoint[], exact: boolean): PointMatch[] {
  const pairs = bestPairs(
    parsed.map(({ part, text }) => ({ exact: [`${part} ${text}`, text, text], words: wordsOf(text) })),
    stored.map((point) => (exact ? byPresentText(point) : bySourceText(point))),
    SAME_POINT,
  )
  return parsed.map((point, i) => {
    const match = pairs[i] === null ? undefined : stored[pairs[i]!]
    const change = match ? (isSame(match, point, exact) ? 'kept' : 'changed') : 'added'
    return { parsedId: point.id, existingId: match?.id ?? null, change }
  })
}

const bySourceText = ({ text, source }: ExistingPoint): Candidate => ({
  exact: [source && `${source.part} ${source.text}`, source?.text ?? null, text],
  words: source ? wordsOf(source.text) : [],
})

const byPresentText = ({ part, text, source }: ExistingPoint): Candidate => ({
  exact: [`${part} ${text}`, text, source?.text ?? null],
  words: wordsOf(text),
})

function isSame(stored: ExistingPoint, { text, part, weight }: ParsedPoint, exact: boolean): boolean {
  if (exact) return !stored.removed && stored.text === text && stored.part === part && stored.weight === weight
  return stored.source?.text === text && stored.source.part === part
}

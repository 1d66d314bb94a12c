import { stemmer } from 'stemmer'
import { STOP_WORDS } from '../coverage/english.ts'
import type { Steps } from '../steps.ts'
import type { Story } from '../story.ts'

/** Which stories of a library use which words; a word of few stories tells more than one of many. */
export interface StoryIndex {
  readonly storyIds: readonly string[]
  readonly storiesWith: ReadonlyMap<string, readonly number[]>
}

type Indexed = Pick<Story, 'id' | 'title'> & { readonly points: readonly Pick<Story['points'][number], 'text'>[] }

/** The different content words of a text, as stems. */
function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stemmer))
}

/** Indexes the words of stories, a step a story. */
export function* indexStories(stories: readonly Indexed[]): Steps<StoryIndex> {
  const storiesWith = new Map<string, number[]>()
  for (const [at, { title, points }] of stories.entries()) {
    for (const stem of stemsOf([title, ...points.map(({ text }) => text)].join(' '))) {
      const known = storiesWith.get(stem)
      if (known) known.push(at)
      else storiesWith.set(stem, [at])
    }
    yield (at + 1) / stories.length
  }
  return { storyIds: stories.map(({ id }) => id), storiesWith }
}

/** The stories that share most rare words with a text, most first, at most `count`. */
export function likelyStories({ storyIds, storiesWith }: StoryIndex, text: string, count: number): string[] {
  const shared = new Map<number, number>()
  for (const stem of stemsOf(text)) {
    const having = storiesWith.get(stem) ?? []
    const weight = rarity(storyIds.length, having.length)
    for (const at of having) shared.set(at, (shared.get(at) ?? 0) + weight)
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, count)
    .map(([at]) => storyIds[at]!)
}

/** How much a word tells of a story: the fewer stories have it, the more. */
export const rarityOf = ({ storyIds, storiesWith }: StoryIndex, word: string): number =>
  rarity(storyIds.length, storiesWith.get(stemmer(word.toLowerCase()))?.length ?? 0)

// Inverse document frequency (Spärck Jones 1972): what every story says tells nothing.
const rarity = (stories: number, having: number): number => Math.log(1 + stories / Math.max(1, having))

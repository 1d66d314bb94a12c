import { z } from 'zod'
import { ExcerptPiece } from '../domain/search/excerpt.ts'
import { Part } from '../domain/story.ts'
import { method } from './method.ts'

export const HIT_KINDS = [
  'story',
  'point',
  'question',
  'section',
  'bank',
  'story-note',
  'attempt-note',
  'transcript',
] as const
/** What a search looks through: what stands in banks and notes, and what was said (`transcript`). */
export const HitKind = z.enum(HIT_KINDS)
export type HitKind = z.infer<typeof HitKind>

/**
 * Something that was found, with the words around it. `bankId` and `title` say where it stands: the title of its story,
 * else of its bank. `startMs` is the moment of what was said.
 */
export const SearchHit = z.object({
  kind: HitKind,
  id: z.string(),
  bankId: z.string(),
  sectionId: z.string().nullable(),
  storyId: z.string().nullable(),
  attemptId: z.string().nullable(),
  title: z.string(),
  part: Part.nullable(),
  /** When the attempt was begun. Milliseconds since 1970. */
  startedAt: z.number().nullable(),
  startMs: z.number().nullable(),
  excerpt: z.array(ExcerptPiece),
})
export type SearchHit = z.infer<typeof SearchHit>

/** What was found: what is written best first, then what was said newest first; `hasMore` when not all is shown. */
export const SearchResult = z.object({ hits: z.array(SearchHit), hasMore: z.boolean() })
export type SearchResult = z.infer<typeof SearchResult>

export const searchMethods = {
  /** Every word of the query must be found, as the beginning of a word; nothing is found for a single letter. */
  'search.find': method({ query: z.string().max(300) }, SearchResult),
}

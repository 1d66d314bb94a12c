import type { Part } from '#domain/story'

/** A text that was found, and where it stands; `body` is the whole of it. */
export interface FoundText {
  readonly kind: 'bank' | 'section' | 'question' | 'story' | 'story-note' | 'point' | 'attempt-note'
  readonly ref: string
  readonly body: string
  readonly bankId: string
  readonly bankTitle: string
  readonly sectionId: string | null
  readonly storyId: string | null
  readonly storyTitle: string | null
  readonly attemptId: string | null
  readonly startedAt: number | null
  readonly part: Part | null
}

/** An attempt in which something was said. */
export interface FoundSpeech {
  readonly attemptId: string
  readonly startedAt: number
  readonly storyId: string
  readonly storyTitle: string
  readonly sectionId: string | null
  readonly bankId: string
}

/** Looks for terms (core/domain/search/terms.ts), of which all must be found; what was put aside is left out. */
export interface SearchStore {
  /** The best first. */
  written(terms: readonly string[], limit: number): FoundText[]
  /** The newest first. */
  spoken(terms: readonly string[], limit: number): FoundSpeech[]
}

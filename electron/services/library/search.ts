import type { SearchHit, SearchResult } from '#contract/search'
import { excerptOf } from '#domain/search/excerpt'
import { searchTerms } from '#domain/search/terms'
import type { FoundSpeech, FoundText, SearchStore } from '../ports/search.ts'
import type { TranscriptStore } from '../ports/stores.ts'

export interface Search {
  find(query: string): SearchResult
}

/** How many texts and how many answers are shown. */
const MOST_WRITTEN = 30
const MOST_SPOKEN = 20

/** Looks through everything that is written and everything that was ever said. */
export function createSearch(deps: { store: SearchStore; transcripts: Pick<TranscriptStore, 'get'> }): Search {
  function spokenHit(found: FoundSpeech, terms: readonly string[]): SearchHit[] {
    const stored = deps.transcripts.get(found.attemptId)
    const words = (stored?.corrected ?? stored?.heard)?.words ?? []
    const excerpt = excerptOf(
      words.map(({ text }) => text),
      terms,
    )
    if (!excerpt) return []
    return [
      {
        ...found,
        kind: 'transcript',
        id: found.attemptId,
        title: found.storyTitle,
        part: null,
        startMs: words[excerpt.at]!.startMs,
        excerpt: [...excerpt.pieces],
      },
    ]
  }

  return {
    find(query) {
      const terms = searchTerms(query)
      if (terms.length === 0) return { hits: [], hasMore: false }
      const written = deps.store.written(terms, MOST_WRITTEN + 1)
      const spoken = deps.store.spoken(terms, MOST_SPOKEN + 1)
      return {
        hits: [
          ...written.slice(0, MOST_WRITTEN).map((found) => writtenHit(found, terms)),
          ...spoken.slice(0, MOST_SPOKEN).flatMap((found) => spokenHit(found, terms)),
        ],
        hasMore: written.length > MOST_WRITTEN || spoken.length > MOST_SPOKEN,
      }
    },
  }
}

function writtenHit({ ref, body, bankTitle, storyTitle, ...found }: FoundText, terms: readonly string[]): SearchHit {
  const excerpt = excerptOf(body.split(/\s+/), terms)
  return {
    ...found,
    id: ref,
    title: storyTitle ?? bankTitle,
    startMs: null,
    excerpt: excerpt ? [...excerpt.pieces] : [{ text: body, isMatch: false }],
  }
}

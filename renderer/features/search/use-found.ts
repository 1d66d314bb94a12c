import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SearchResult } from '#contract/search'
import { searchTerms } from '#domain/search/terms'
import { useClient } from '../shared/use-core.ts'

/** More letters than this are not looked for. */
const MOST_LETTERS = 300
const NOTHING: SearchResult = { hits: [], hasMore: false }

/** What is found for a query; while the next answer is awaited, what was found before. */
export function useFound(query: string): SearchResult {
  const client = useClient()
  const asked = query.trim().slice(0, MOST_LETTERS)
  const isAsked = searchTerms(asked).length > 0
  const { data } = useQuery({
    queryKey: ['search.find', { query: asked }],
    queryFn: () => client.call('search.find', { query: asked }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // What stands in the index changes with everything; an answer is cheap.
    staleTime: 0,
    gcTime: 10_000,
  })
  return isAsked ? (data ?? NOTHING) : NOTHING
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SearchResult } from '#contract/search'
import { useClient } from '../shared/use-core.ts'

/** Nothing is found for less. */
const LEAST_LETTERS = 2
const NOTHING: SearchResult = { hits: [], hasMore: false }

/** What is found for a query; while the next answer is awaited, what was found before. */
export function useFound(query: string): SearchResult {
  const client = useClient()
  const asked = query.trim()
  const isAsked = asked.length >= LEAST_LETTERS
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

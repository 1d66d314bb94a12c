import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useState } from 'react'
import type { PointDraft } from '#contract/stories'
import type { Fact } from '#domain/story'
import { useClient } from '../shared/use-core.ts'
import { factsIn } from './point-edits.ts'

function useFound(text: string) {
  const client = useClient()
  const wanted = useDeferredValue(text)
  return useQuery({
    queryKey: ['facts.find', { text: wanted }],
    queryFn: () => (wanted.trim() ? client.call('facts.find', { text: wanted }) : []),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  }).data
}

const without = (facts: readonly Fact[], others: readonly Fact[]) =>
  facts.filter((fact) => !others.some((other) => other.text === fact.text))

/**
 * The facts of a point while it is edited. What the recogniser finds in new words is a fact at once;
 * what the user took out before is only suggested.
 */
export function usePointFacts(point: PointDraft, text: string) {
  const client = useClient()
  const [marked, setMarked] = useState<readonly Fact[]>(point.facts)
  const [refused, setRefused] = useState<readonly Fact[]>([])
  const foundAtFirst = useFound(point.text) ?? []
  const found = useFound(text) ?? []
  const left = [...without(foundAtFirst, point.facts), ...refused]
  const isUnwanted = without(left, marked)

  const decide = (text: string, found: readonly Fact[]) =>
    factsIn(text, [...without(marked, refused), ...without(found, isUnwanted)])
  const facts = decide(text, found)

  return {
    facts,
    suggested: factsIn(text, without(found, facts)),
    remove: useCallback((fact: Fact) => {
      setMarked((now) => without(now, [fact]))
      setRefused((now) => [...now, fact])
    }, []),
    mark: useCallback((fact: Fact) => {
      setMarked((now) => [...without(now, [fact]), fact])
      setRefused((now) => without(now, [fact]))
    }, []),
    /** The kind that the recogniser would give to words the user has selected. */
    kindOf: async (words: string): Promise<Fact['kind']> => {
      const [fact] = await client.call('facts.find', { text: words }).catch(() => [])
      return fact?.kind ?? (/\d/.test(words) ? 'number' : 'name')
    },
    /** The facts of the final text, whatever the recogniser has answered so far. */
    settle: async (text: string): Promise<Fact[]> =>
      decide(text, await client.call('facts.find', { text }).catch(() => found)),
  }
}

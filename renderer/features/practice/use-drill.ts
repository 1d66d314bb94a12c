import { useMemo } from 'react'
import type { StorySummary } from '#contract/stories'
import { useRead } from '../shared/use-core.ts'

/** The stories, those first that need a drill most: practised and weak, then never practised, then ready. */
export function useDrillStories(): readonly StorySummary[] | undefined {
  const { data } = useRead('stories.list', {})
  return useMemo(() => data?.toSorted((a, b) => need(b) - need(a)), [data])
}

/** Between 0 and 1; a story that was never practised has no weak points yet. */
const need = ({ readiness }: StorySummary): number => (readiness === null ? 0.15 : 1 - readiness)

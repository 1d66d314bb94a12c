import type { Player } from '../../audio/player.ts'
import { focusedPointId, walk } from '../review/point-walk.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { COMPARE_SHORTCUTS } from './shortcuts.ts'

export interface CompareKeys {
  readonly first: Player | null
  readonly second: Player | null
  playBoth(pointId: string): void
  /** The keyboard came to a point. */
  arrive(pointId: string): void
  swap(): void
  toggleFollow(): void
  back(): void
}

/** The keys of a comparison. */
export function useCompareKeys({ first, second, playBoth, arrive, swap, toggleFollow, back }: CompareKeys): void {
  const goTo = (step: 1 | -1) => {
    const pointId = walk(step)
    if (pointId) arrive(pointId)
  }
  useShortcuts(COMPARE_SHORTCUTS, {
    'compare-before': () => goTo(-1),
    'compare-after': () => goTo(1),
    'compare-both': () => {
      const pointId = focusedPointId()
      if (pointId) playBoth(pointId)
    },
    'compare-a': first?.toggle ?? null,
    'compare-b': second?.toggle ?? null,
    'compare-swap': swap,
    'compare-follow': toggleFollow,
    'compare-back': back,
  })
}

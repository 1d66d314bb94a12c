import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { focusedAttemptId } from './history-list.tsx'
import type { HistoryRow } from './history-rows.ts'
import { HISTORY_SHORTCUTS } from './shortcuts.ts'
import { useSetFavourite } from './use-history.ts'

export interface HistoryKeys {
  readonly rows: readonly HistoryRow[]
  readonly selected: ReadonlySet<string>
  play(attemptId: string): void
  /** Null while not two are selected. */
  readonly compare: (() => void) | null
  remove(attemptIds: readonly string[]): void
  back(): void
}

/** The keys of the timeline; Enter and Space are the list's own. */
export function useHistoryKeys({ rows, selected, play, compare, remove, back }: HistoryKeys): void {
  const setFavourite = useSetFavourite()
  const inFocus = () => rows.find(({ id }) => id === focusedAttemptId())?.summary.attempt
  useShortcuts(HISTORY_SHORTCUTS, {
    'attempt-play': () => {
      const attempt = inFocus()
      if (attempt && attempt.status === 'recorded' && attempt.audioRemovedAt === null) play(attempt.id)
    },
    'attempt-favourite': () => {
      const attempt = inFocus()
      if (attempt) setFavourite(attempt.id, !attempt.favourite)
    },
    'attempt-note': () => {
      const id = focusedAttemptId()
      if (id) document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)?.click()
    },
    'attempts-compare': compare,
    'attempts-delete': () => {
      const ids = selected.size > 0 ? [...selected] : [focusedAttemptId()].filter((id) => id !== null)
      const isGrowing = (id: string) =>
        rows.some(({ summary: { attempt } }) => attempt.id === id && attempt.status === 'recording')
      const whole = ids.filter((id) => !isGrowing(id))
      if (whole.length > 0) remove(whole)
    },
    'history-back': back,
  })
}

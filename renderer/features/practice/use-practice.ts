import { useCallback, useMemo } from 'react'
import type { PracticeCard } from '#contract/practice'
import type { Rating } from '#domain/schedule/rating'
import { useToasts } from '../../ui/toast.tsx'
import { formatDue } from '../shared/format.ts'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** What to practise today. */
export const usePractice = () => useRead('practice.today', {})

/** The prompts of a story; undefined until they are read. */
export const useStoryCards = (storyId: string) => useRead('practice.cards', { storyId }).data

/** The rating that an attempt seems to deserve; null for what is not scheduled. */
export const useProposal = (attemptId: string, isWanted: boolean) =>
  useRead('practice.propose', { attemptId }, isWanted).data

/** Which story answers which question. */
export const useMatrix = () => useRead('practice.matrix', {})

/** Rates an attempt, or takes the rating back. */
export function useRating(attemptId: string) {
  const rate = useWrite('practice.rate')
  const unrate = useWrite('practice.unrate')
  const guard = useGuard()
  return useMemo(
    () => ({
      rate: (rating: Rating) => guard(() => rate({ attemptId, rating })),
      unrate: (reviewId: string) => guard(() => unrate({ reviewId })),
    }),
    [attemptId, rate, unrate, guard],
  )
}

export interface CardActions {
  /** Lets a prompt rest for some days, with the way back. */
  postpone(card: PracticeCard, days: number): void
  /** Leaves a prompt out until the user takes it in again, with the way back. */
  suspend(card: PracticeCard): void
  /** Takes a prompt in again that was postponed or suspended. */
  resume(card: PracticeCard): void
}

/** Holds prompts back. */
export function useCardActions(): CardActions {
  const postpone = useWrite('practice.postpone')
  const suspend = useWrite('practice.suspend')
  const guard = useGuard()
  const toasts = useToasts()
  const resume = useCallback(
    (card: PracticeCard) =>
      void guard(async () => {
        if (card.isSuspended) await suspend({ ...refOf(card), isSuspended: false })
        if (card.postponedUntil !== null) await postpone({ ...refOf(card), days: 0 })
      }),
    [guard, suspend, postpone],
  )
  return useMemo(
    () => ({
      resume,
      postpone: (card, days) =>
        void guard(async () => {
          await postpone({ ...refOf(card), days })
          const when = formatDue(Date.now() + days * 86_400_000, Date.now())
          const undo = () => void guard(() => postpone({ ...refOf(card), days: 0 }))
          toasts.show({ text: `It comes up again ${when}`, action: { label: 'Undo', onPress: undo }, tag: 'held' })
        }),
      suspend: (card) =>
        void guard(async () => {
          await suspend({ ...refOf(card), isSuspended: true })
          const undo = () => void guard(() => suspend({ ...refOf(card), isSuspended: false }))
          toasts.show({ text: 'It is left out from now on', action: { label: 'Undo', onPress: undo }, tag: 'held' })
        }),
    }),
    [guard, postpone, suspend, resume, toasts],
  )
}

const refOf = ({ storyId, questionId }: PracticeCard) => ({ storyId, questionId })

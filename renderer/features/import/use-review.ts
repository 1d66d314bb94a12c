import { useCallback, useMemo, useRef, useState } from 'react'
import type { BankPreview } from '#contract/banks'
import type { Correction } from '#domain/bank/correction'
import { useToasts } from '../../ui/toast.tsx'
import { followChanges } from './changes.ts'
import { createLink } from './link.ts'
import type { ImportDocument } from './queue.ts'
import { useCorrections } from './use-corrections.ts'
import { useFolds } from './use-folds.ts'

/** The column in view where there is room for one. */
export type ReviewSide = 'document' | 'understood'

export type ReviewTab = 'stories' | 'questions' | 'problems' | 'other'

/** A row to bring into view; a new object does so again. */
export interface Reveal {
  readonly key: string
}

const tabOf = (key: string): ReviewTab => {
  if (key.startsWith('other ')) return 'other'
  return key.startsWith('question ') || key.startsWith('section ') ? 'questions' : 'stories'
}

/** Everything that the two columns of a preview share: the bank as it is set right, and where each looks. */
export function useReview(document: ImportDocument, preview: BankPreview) {
  const corrections = useCorrections(document.id, preview)
  const { raw, bank, opened } = corrections
  const toasts = useToasts()
  const [link] = useState(createLink)
  const [tab, setTab] = useState<ReviewTab>(bank.stories.length === 0 && bank.other.length > 0 ? 'other' : 'stories')
  const [side, setSide] = useState<ReviewSide>('understood')
  const [reveal, setReveal] = useState<Reveal | null>(null)
  const [onlyChanges, setOnlyChanges] = useState(false)
  const folds = useFolds(bank)
  /** Undoes the selection of the tab in view; false when there is none to undo. */
  const unselect = useRef<(() => boolean) | null>(null)
  const columnRef = useRef<HTMLDivElement>(null)

  const { updates } = preview
  const changes = useMemo(() => updates && followChanges(updates, opened, bank), [updates, opened, bank])

  const { correct: apply } = corrections
  const correct = useCallback(
    (batch: readonly Correction[]): boolean => {
      const done = batch.length > 0 && apply(batch)
      if (batch.length > 0 && !done) {
        toasts.show({
          text: 'Nothing was changed',
          detail: 'There is no story or section here that it could belong to.',
          tag: 'no-place',
        })
      }
      return done
    },
    [apply, toasts],
  )

  const { open } = folds
  /** Brings what was made of a line into view. */
  const show = useCallback(
    (key: string, storyId: string | null) => {
      if (storyId) open(storyId)
      setOnlyChanges(false)
      setTab(tabOf(key))
      setSide('understood')
      setReveal({ key })
    },
    [open],
  )

  const clearReveal = useCallback(() => setReveal(null), [])

  return {
    document,
    preview,
    corrections,
    raw,
    bank,
    changes,
    link,
    folds,
    tab,
    setTab,
    side,
    setSide,
    reveal,
    show,
    clearReveal,
    onlyChanges,
    setOnlyChanges,
    correct,
    columnRef,
    unselect,
  }
}

export type ReviewModel = ReturnType<typeof useReview>

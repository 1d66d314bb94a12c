import { useCallback, useMemo, useRef, useState } from 'react'
import type { BankPreview } from '#contract/banks'
import type { ParsedBank } from '#domain/bank/bank'
import type { Correction } from '#domain/bank/correction'
import type { LineRange } from '#domain/story'
import { useToasts } from '../../ui/toast.tsx'
import { followChanges } from './changes.ts'
import { firstChange } from './first-change.ts'
import { isFocusLost, rememberFocus } from './keep-focus.ts'
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
  const panesRef = useRef<HTMLDivElement>(null)

  const { updates } = preview
  const changes = useMemo(() => updates && followChanges(updates, opened, bank), [updates, opened, bank])

  /** Says why something cannot be done. */
  const refuse = useCallback(
    (detail: string) => void toasts.show({ text: 'Nothing was changed', detail, tag: 'no-place' }),
    [toasts],
  )

  const { correct: apply } = corrections
  const correct = useCallback(
    (batch: readonly Correction[]): boolean => {
      const keepFocus = rememberFocus()
      const done = batch.length > 0 && apply(batch)
      if (batch.length > 0 && !done) refuse('There is no story or section here that it could belong to.')
      if (done) keepFocus()
      return done
    },
    [apply, refuse],
  )

  const { open } = folds
  /** Goes a step back or forth, and to the first row that changed. */
  const step = (go: () => ParsedBank | null) => {
    const keepFocus = rememberFocus()
    const after = go()
    if (!after) return
    // The problems follow whatever changes; who works through them stays there.
    const change = tab === 'problems' ? null : firstChange(bank, after, tab)
    keepFocus(change?.key)
    if (!change) return
    if (change.storyId) open(change.storyId)
    setTab(change.tab)
    setReveal({ key: change.key })
  }

  /** Does what may take away the control in focus. */
  const keepingFocus = (act: () => void) => {
    const keepFocus = rememberFocus()
    act()
    keepFocus()
  }

  /** The row from which the document was shown where there is room for one column only. */
  const cameFrom = useRef<string | null>(null)
  const showSource = (key: string, lines: LineRange) => {
    link.jump(lines)
    setSide('document')
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!isFocusLost()) return
        cameFrom.current = key
        panesRef.current?.querySelector<HTMLElement>('[data-document] [tabindex="0"]')?.focus()
      }),
    )
  }
  /** Back to the row from which the document was shown; false when it was not. */
  const backFromSource = (): boolean => {
    const key = side === 'document' ? cameFrom.current : null
    cameFrom.current = null
    if (key) {
      setSide('understood')
      setReveal({ key })
    }
    return key !== null
  }

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
    undo: () => step(corrections.undo),
    redo: () => step(corrections.redo),
    discard: () => step(corrections.discard),
    refuse,
    keepingFocus,
    showSource,
    backFromSource,
    columnRef,
    panesRef,
    unselect,
  }
}

export type ReviewModel = ReturnType<typeof useReview>

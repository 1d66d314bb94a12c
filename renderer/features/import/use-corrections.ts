import { useCallback, useMemo, useRef, useState } from 'react'
import type { BankPreview } from '#contract/banks'
import type { ParsedBank } from '#domain/bank/bank'
import type { Correction } from '#domain/bank/correction'
import { changeHistory, type HistoryAction, openHistory } from './corrections.ts'
import { usePendingImports } from './pending-imports.tsx'

/** The corrections of a document in line, which stay with it while the user looks at another one. */
export function useCorrections(documentId: number, preview: BankPreview) {
  const { histories } = usePendingImports()
  const [history, setHistory] = useState(
    () => histories.get(documentId) ?? openHistory(preview.bank, preview.corrections),
  )
  const latest = useRef(history)

  const act = useCallback(
    (action: HistoryAction): ParsedBank | null => {
      const next = changeHistory(latest.current, action)
      if (next === latest.current) return null
      latest.current = next
      histories.set(documentId, next)
      setHistory(next)
      return next.now.bank
    },
    [documentId, histories],
  )

  const { raw, past, now, future } = history
  const opened = past[0] ?? now
  return useMemo(
    () => ({
      raw,
      bank: now.bank,
      /** The bank as it was when the document was opened. */
      opened: opened.bank,
      corrections: now.corrections,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      /** Applies a batch as one step; false when none of it found its place. */
      correct: (corrections: readonly Correction[]) => act({ kind: 'correct', corrections }) !== null,
      /** Each answers the bank that it leads to; null when there is nothing to do. */
      undo: () => act({ kind: 'undo' }),
      redo: () => act({ kind: 'redo' }),
      discard: () => act({ kind: 'discard' }),
    }),
    [raw, past.length, now, future.length, opened, act],
  )
}

export type Corrections = ReturnType<typeof useCorrections>

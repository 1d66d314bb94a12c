import { useCallback, useMemo, useRef, useState } from 'react'
import type { BankPreview } from '#contract/banks'
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
    (action: HistoryAction): boolean => {
      const next = changeHistory(latest.current, action)
      if (next === latest.current) return false
      latest.current = next
      histories.set(documentId, next)
      setHistory(next)
      return true
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
      correct: (corrections: readonly Correction[]) => act({ kind: 'correct', corrections }),
      undo: () => act({ kind: 'undo' }),
      redo: () => act({ kind: 'redo' }),
      discard: () => act({ kind: 'discard' }),
    }),
    [raw, past.length, now, future.length, opened, act],
  )
}

export type Corrections = ReturnType<typeof useCorrections>

import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Correction } from '#domain/bank/correction'
import { useToasts } from '../../ui/toast.tsx'
import { plural } from '../shared/format.ts'
import { useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { useSettings } from '../shared/use-settings.ts'
import { openHistory } from './corrections.ts'
import { usePendingImports } from './pending-imports.tsx'
import { type ImportDocument, waitingIn } from './queue.ts'
import type { Previews } from './use-previews.ts'

/** How many of all remaining documents have been accepted. */
export interface AcceptingAll {
  readonly done: number
  readonly total: number
}

/** Accepting, skipping and leaving documents, and where that leads. */
export function useImport(previews: Previews) {
  const imports = usePendingImports()
  const write = useWrite('banks.accept')
  const guard = useGuard()
  const toasts = useToasts()
  const settings = useSettings()
  const [, navigate] = useLocation()
  const [acceptingAll, setAcceptingAll] = useState<AcceptingAll | null>(null)
  const [isOver, setOver] = useState(false)
  const lastBankId = useRef<string | null>(null)
  const isStopped = useRef(false)
  const { queue, histories, settle, clear } = imports

  const leave = useCallback(() => {
    const path = lastBankId.current ? `/library?bank=${lastBankId.current}` : '/library'
    clear()
    navigate(settings?.welcomed === false ? '/welcome' : path)
  }, [clear, navigate, settings])

  /** Ends a document; after the last one the round is over. */
  const end = useCallback(
    (document: ImportDocument, state: 'accepted' | 'skipped') => {
      const others = waitingIn(queue).filter(({ id }) => id !== document.id)
      settle(document.id, state)
      previews.forget(document.id)
      if (others.length === 0) leave()
    },
    [queue, settle, leave, previews],
  )

  /** What the user made of a document, also when it was never in view. */
  const stateOf = (document: ImportDocument) => {
    const reading = previews.readings.get(document.id)
    if (reading?.state !== 'ready') return null
    const { bank, corrections, updates } = reading.preview
    const { now } = histories.get(document.id) ?? openHistory(bank, corrections)
    return { bank: now.bank, corrections: now.corrections, updates }
  }

  const store = async (document: ImportDocument, corrections: readonly Correction[], title: string) => {
    const { fileName, bytes } = document
    const { bankId } = await write({ fileName, bytes, corrections: [...corrections] })
    lastBankId.current = bankId
    histories.delete(document.id)
    previews.rereadAfter(title, fileName)
  }

  return {
    acceptingAll,
    /** Everything that could be accepted was; what is left is to be looked at. */
    isOver,
    leave,
    reopen: (id: number) => {
      imports.choose(id)
      setOver(false)
    },
    accept: (document: ImportDocument) =>
      guard(async () => {
        const state = stateOf(document)
        if (!state) return
        await store(document, state.corrections, state.bank.title)
        const count = plural(state.bank.stories.length, 'story', 'stories')
        toasts.show({
          text: state.updates ? `“${state.bank.title}” was updated` : `${count} imported`,
          tag: 'imported',
        })
        end(document, 'accepted')
      }),
    acceptAll: () =>
      guard(async () => {
        const ready = waitingIn(queue).flatMap((document) => {
          const state = stateOf(document)
          return state && state.bank.stories.length > 0 ? [{ document, ...state }] : []
        })
        isStopped.current = false
        let done = 0
        setAcceptingAll({ done, total: ready.length })
        try {
          for (const { document, corrections, bank } of ready) {
            if (isStopped.current) break
            await store(document, corrections, bank.title)
            settle(document.id, 'accepted')
            previews.forget(document.id)
            setAcceptingAll({ done: ++done, total: ready.length })
          }
        } finally {
          setAcceptingAll(null)
        }
        const isAll = waitingIn(queue).length === done
        if (!isAll && !isStopped.current) return setOver(true)
        toasts.show({ text: `${plural(done, 'document')} imported`, tag: 'imported' })
        if (isAll) leave()
      }),
    stopAccepting: () => {
      isStopped.current = true
    },
    /** Leaves a document out. Corrections made to it are not lost by a slip: the message brings it back. */
    skip: (document: ImportDocument) => {
      if (previews.readings.get(document.id)?.state === 'reading') void previews.cancel(document.id)
      const history = histories.get(document.id)
      if (history && history.past.length > 0) {
        toasts.show({
          text: `“${document.fileName}” was not imported`,
          detail: 'Its corrections are kept for a moment.',
          action: {
            label: 'Bring it back',
            onPress: () => imports.restore(document, history),
          },
          tag: 'skipped',
        })
      }
      end(document, 'skipped')
    },
    /** The reading was cancelled, or there is nothing to read: the document leaves the line. */
    remove: (document: ImportDocument) => {
      imports.remove(document.id)
      previews.forget(document.id)
    },
  }
}

export type Import = ReturnType<typeof useImport>

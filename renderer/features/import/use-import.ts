import { useCallback, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { errorCode } from '#domain/errors'
import { useToasts } from '../../ui/toast.tsx'
import { plural } from '../shared/format.ts'
import { splitHash } from '../shared/hash-location.ts'
import { useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { useSettings } from '../shared/use-settings.ts'
import { type AcceptedAll, acceptAll, type Ready } from './accept-all.ts'
import { openHistory } from './corrections.ts'
import { usePendingImports } from './pending-imports.tsx'
import { type ImportDocument, waitingIn } from './queue.ts'
import type { Previews } from './use-previews.ts'

const isOnScreen = () => splitHash(window.location.hash).path === '/import'

/** Accepting, skipping and leaving documents, and where that leads. */
export function useImport(previews: Previews) {
  const imports = usePendingImports()
  const write = useWrite('banks.accept')
  const guard = useGuard()
  const toasts = useToasts()
  const settings = useSettings()
  const [, navigate] = useLocation()
  const [isAccepting, setAccepting] = useState(false)
  const { queue, latestQueue, histories, round, settle, clear } = imports
  const { accepting, isStopped, isOver, held } = useSyncExternalStore(round.subscribe, round.state)

  const leave = useCallback(() => {
    const { lastBankId } = round.state()
    clear()
    // Who went elsewhere meanwhile stays there.
    if (!isOnScreen()) return
    const path = lastBankId ? `/library?bank=${lastBankId}` : '/library'
    navigate(settings?.welcomed === false ? '/welcome' : path)
  }, [clear, navigate, settings, round])

  /** Ends a document; after the last one the round is over. */
  const end = useCallback(
    (document: ImportDocument, state: 'accepted' | 'skipped') => {
      const others = waitingIn(latestQueue()).filter(({ id }) => id !== document.id)
      settle(document.id, state)
      previews.forget(document.id)
      if (others.length > 0) return
      if (state === 'accepted' || document.draft === undefined) return leave()
      // Pasted text goes back to where it came from.
      imports.setDraft(document.draft)
      clear()
    },
    [latestQueue, settle, leave, previews, clear, imports],
  )

  /** What the user made of a document, also when it was never in view. */
  const stateOf = (document: ImportDocument) => {
    const reading = previews.readings.get(document.id)
    if (reading?.state !== 'ready') return null
    const { bank, corrections, updates } = reading.preview
    const { now } = histories.get(document.id) ?? openHistory(bank, corrections)
    const ready: Ready = { document, title: now.bank.title, corrections: now.corrections, updates }
    return { ready, storyCount: now.bank.stories.length }
  }

  /** Accepts a document: exactly what its preview said. */
  const store = async ({ document, corrections, updates }: Ready) => {
    const { fileName, bytes } = document
    const { bankId } = await write({
      fileName,
      bytes,
      corrections: [...corrections],
      updates: updates?.bankId ?? null,
    })
    round.change({ lastBankId: bankId })
    histories.delete(document.id)
    if (document.draft !== undefined) imports.dropDraft(document.draft)
  }

  const acceptOne = async (ready: Ready, storyCount: number) => {
    const { document, title, updates } = ready
    try {
      await store(ready)
    } catch (error) {
      if (errorCode(error) !== 'not-found') throw error
      previews.readAgain(document)
      toasts.show({
        text: 'Nothing was imported yet',
        detail: `“${updates?.bankTitle ?? title}” is no longer in the Library. The preview was made anew: look at it and accept again.`,
        tag: 'imported',
      })
      return
    }
    previews.rereadAfter(title, document.fileName)
    const count = plural(storyCount, 'story', 'stories')
    toasts.show({ text: updates ? `“${title}” was updated` : `${count} imported`, tag: 'imported' })
    end(document, 'accepted')
  }

  const endAll = (ready: readonly Ready[], { done, held: left }: AcceptedAll) => {
    const isCut = round.state().isStopped
    const rest = waitingIn(latestQueue())
    round.change({ accepting: null, isStopped: false, held: left, isOver: !isCut && rest.length > 0 })
    for (const { document } of ready) if (rest.some(({ id }) => id === document.id)) previews.readAgain(document)
    if (rest.length > 0 && !isCut && isOnScreen()) return
    const still = rest.length > 0 && `${plural(rest.length, 'document')} still in line.`
    toasts.show({ text: `${plural(done, 'document')} imported`, ...(still ? { detail: still } : {}), tag: 'imported' })
    if (rest.length === 0) leave()
  }

  return {
    /** Accepting all: how far it is; null while it is not under way. */
    accepting,
    isStopped,
    isOver,
    held,
    /** One document is being accepted. */
    isAccepting,
    leave,
    reopen: (id: number) => {
      imports.choose(id)
      round.change({ isOver: false })
    },
    accept: (document: ImportDocument) =>
      guard(async () => {
        const state = stateOf(document)
        if (!state || isAccepting) return
        setAccepting(true)
        try {
          await acceptOne(state.ready, state.storyCount)
        } finally {
          setAccepting(false)
        }
      }),
    acceptAll: () =>
      guard(async () => {
        const ready = waitingIn(queue).flatMap((document) => {
          const state = stateOf(document)
          return state && state.storyCount > 0 ? [state.ready] : []
        })
        const report = (at: number, { fileName }: ImportDocument) =>
          round.change({ accepting: { at, total: ready.length, fileName } })
        round.change({ isStopped: false, held: new Map() })
        try {
          const result = await acceptAll(ready, {
            isWaiting: (id) => waitingIn(latestQueue()).some((document) => document.id === id),
            isStopped: () => round.state().isStopped,
            reread: previews.reread,
            store: async (each) => {
              await store(each)
              settle(each.document.id, 'accepted')
              previews.forget(each.document.id)
            },
            report,
          })
          endAll(ready, result)
        } finally {
          round.change({ accepting: null, isStopped: false })
        }
      }),
    stopAccepting: () => round.change({ isStopped: true }),
    /** Leaves a document out. Corrections made to it are not lost by a slip: the message brings it back. */
    skip: (document: ImportDocument) => {
      if (isAccepting || round.state().accepting) return
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
    /** Gives up all that is in line. The message brings it back. */
    cancelRound: () => {
      if (isAccepting || round.state().accepting) return
      const waiting = waitingIn(queue)
      const kept = histories.entries()
      for (const { id } of waiting) {
        if (previews.readings.get(id)?.state === 'reading') void previews.cancel(id)
        previews.forget(id)
      }
      leave()
      toasts.show({
        text: 'The import was cancelled',
        detail: `${plural(waiting.length, 'document was', 'documents were')} not imported.`,
        action: { label: 'Bring them back', onPress: () => imports.restoreRound(queue, kept) },
        tag: 'skipped',
      })
    },
    /** The reading was cancelled, or there is nothing to read: the document leaves the line. */
    remove: (document: ImportDocument) => {
      if (document.draft !== undefined) imports.setDraft(document.draft)
      imports.remove(document.id)
      previews.forget(document.id)
    },
  }
}

export type Import = ReturnType<typeof useImport>

import { useCallback, useEffect, useRef, useState } from 'react'
import type { RestorePreview, RestoreSource } from '#contract/backups'
import type { Client } from '#contract/client'
import { AppError, errorCode } from '#domain/errors'
import { type ErrorText, explainError } from '../shared/error-text.ts'
import { useClient } from '../shared/use-core.ts'
import { followJob } from './use-backups.ts'

const CHUNK_BYTES = 1024 * 1024

/** Where a restore stands; `subject` names what is restored. */
export type RestoreStep =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' | 'checking'; readonly subject: string; readonly progress: number }
  | { readonly state: 'refused'; readonly subject: string; readonly error: ErrorText }
  | { readonly state: 'ready'; readonly subject: string; readonly preview: RestorePreview }
  | { readonly state: 'restoring' }

type Show = (step: RestoreStep) => void

/** Sends a file in pieces and answers its id. Throws `cancelled`. */
async function send(client: Client, file: File, signal: AbortSignal, show: Show): Promise<string> {
  const { uploadId } = await client.call('backups.beginUpload', { sizeBytes: file.size })
  const cancel = () => void client.call('backups.cancelUpload', { uploadId }).catch(() => {})
  try {
    for (let offset = 0, sequence = 0; offset < file.size; offset += CHUNK_BYTES, sequence++) {
      show({ state: 'sending', subject: file.name, progress: offset / file.size })
      const bytes = new Uint8Array(await file.slice(offset, offset + CHUNK_BYTES).arrayBuffer())
      if (signal.aborted) throw new AppError('cancelled')
      await client.call('backups.append', { uploadId, sequence, bytes })
    }
    if (signal.aborted) throw new AppError('cancelled')
    return uploadId
  } catch (error) {
    cancel()
    throw error
  }
}

async function examine(client: Client, source: RestoreSource, subject: string, signal: AbortSignal, show: Show) {
  const requestId = crypto.randomUUID()
  show({ state: 'checking', subject, progress: 0 })
  const { cancel, stop } = followJob(client, 'restore-check', requestId, (progress) =>
    show({ state: 'checking', subject, progress }),
  )
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await client.call('backups.examine', { requestId, source })
  } finally {
    stop()
  }
}

/** Brings a backup back: checks it, shows it, and puts it in place on the user's word. */
export function useRestore() {
  const client = useClient()
  const [step, setStep] = useState<RestoreStep>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  const check = useCallback(
    async (subject: string, sourceOf: (signal: AbortSignal, show: Show) => Promise<RestoreSource>) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const show: Show = (next) => running.current === controller && setStep(next)
      try {
        const source = await sourceOf(controller.signal, show)
        const preview = await examine(client, source, subject, controller.signal, show)
        show({ state: 'ready', subject, preview })
      } catch (error) {
        const isCancelled = controller.signal.aborted || errorCode(error) === 'cancelled'
        show(isCancelled ? { state: 'idle' } : { state: 'refused', subject, error: explainError(error) })
      }
    },
    [client],
  )

  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    setStep({ state: 'idle' })
  }, [])

  const fromFile = useCallback(
    (file: File) =>
      check(file.name, async (signal, show) => ({
        from: 'upload',
        uploadId: await send(client, file, signal, show),
      })),
    [check, client],
  )
  const fromStored = useCallback(
    (name: string, subject: string) => check(subject, async () => ({ from: 'stored', name })),
    [check],
  )

  const dismiss = useCallback(
    (restoreId: string) => {
      void client.call('backups.dismiss', { restoreId }).catch(() => {})
      cancel()
    },
    [client, cancel],
  )

  const accept = useCallback(
    async (restoreId: string, subject: string) => {
      setStep({ state: 'restoring' })
      try {
        // Where it goes well no answer comes: the app opens anew and the page is loaded again.
        await client.call('backups.restore', { restoreId })
      } catch (error) {
        setStep({ state: 'refused', subject, error: explainError(error) })
      }
    },
    [client],
  )

  // Leaving the page gives up what is being sent or checked.
  useEffect(() => () => running.current?.abort(), [])
  return { step, fromFile, fromStored, cancel, dismiss, accept }
}

export type Restore = ReturnType<typeof useRestore>

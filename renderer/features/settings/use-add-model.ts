import { useCallback, useRef, useState } from 'react'
import type { Client } from '#contract/client'
import { AppError, errorCode } from '#domain/errors'
import { type ErrorText, explainError } from '../shared/error-text.ts'
import { useClient } from '../shared/use-core.ts'

const CHUNK_BYTES = 1024 * 1024

/** Where the adding of a model file stands. */
export type AddModel =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly fileName: string; readonly progress: number }
  | { readonly state: 'checking'; readonly fileName: string }
  | { readonly state: 'refused'; readonly fileName: string; readonly error: ErrorText }
  | { readonly state: 'added'; readonly fileName: string }

async function sendModel(client: Client, file: File, signal: AbortSignal, show: (step: AddModel) => void) {
  if (file.size === 0) throw new AppError('model-truncated')
  const { uploadId } = await client.call('models.beginAdd', { fileName: file.name, sizeBytes: file.size })
  const cancel = () => void client.call('models.cancelAdd', { uploadId }).catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  try {
    for (let offset = 0, sequence = 0; offset < file.size; offset += CHUNK_BYTES, sequence++) {
      show({ state: 'sending', fileName: file.name, progress: offset / file.size })
      const bytes = new Uint8Array(await file.slice(offset, offset + CHUNK_BYTES).arrayBuffer())
      if (signal.aborted) throw new AppError('cancelled')
      await client.call('models.append', { uploadId, sequence, bytes })
    }
    if (signal.aborted) throw new AppError('cancelled')
    show({ state: 'checking', fileName: file.name })
    await client.call('models.finishAdd', { uploadId })
  } catch (error) {
    if (!signal.aborted) cancel()
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** Adds a speech model from a file, piece by piece; a refusal or a cancel changes nothing. */
export function useAddModelSteps() {
  const client = useClient()
  const [step, setStep] = useState<AddModel>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  const add = useCallback(
    async (file: File) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const show = (next: AddModel) => running.current === controller && setStep(next)
      try {
        await sendModel(client, file, controller.signal, show)
        show({ state: 'added', fileName: file.name })
      } catch (error) {
        const isCancelled = controller.signal.aborted || errorCode(error) === 'cancelled'
        show(isCancelled ? { state: 'idle' } : { state: 'refused', fileName: file.name, error: explainError(error) })
      }
    },
    [client],
  )

  const cancel = useCallback(() => {
    running.current?.abort()
    setStep({ state: 'idle' })
  }, [])
  return { step, add, cancel }
}

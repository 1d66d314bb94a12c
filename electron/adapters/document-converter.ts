import { Worker } from 'node:worker_threads'
import { AppError } from '#domain/errors'
import type { DocumentConverter } from '../services/ports/stores.ts'
import type { WordAnswer, WordTask } from './word-worker.ts'
import { declaredSize } from './zip-size.ts'

const MAX_INFLATED_BYTES = 20 * 1024 * 1024
const MAX_HEAP_MB = 512
const MAX_MS = 30_000

// Beside this file, both as sources and in the bundle.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './word-worker.ts' : './word-worker.js', import.meta.url)

/** Reads Word documents with mammoth, in a thread of its own: a small file can unpack to more than a computer holds. */
export const createDocumentConverter = (): DocumentConverter => ({
  async wordToHtml(bytes, signal) {
    const declared = declaredSize(bytes)
    if (declared === null) throw new AppError('not-text')
    if (declared > MAX_INFLATED_BYTES) throw new AppError('bank-too-large', { detail: `${declared} bytes unpacked` })
    const answer = await ask({ bytes, maxInflatedBytes: MAX_INFLATED_BYTES }, signal)
    if ('refused' in answer) throw new AppError(answer.refused)
    return answer.html
  },
})

/** Runs the worker until it answers, is aborted, or takes more time or memory than any document needs. */
async function ask(task: WordTask, signal: AbortSignal | undefined): Promise<WordAnswer> {
  signal?.throwIfAborted()
  const worker = new Worker(WORKER, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } })
  const { promise, resolve, reject } = Promise.withResolvers<WordAnswer>()
  const abort = () => reject(signal!.reason)
  const timer = setTimeout(() => resolve({ refused: 'bank-too-large' }), MAX_MS)
  signal?.addEventListener('abort', abort)
  worker.once('message', resolve)
  worker.once('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'bank-too-large' })
    else reject(cause)
  })
  worker.once('exit', () => reject(new AppError('internal', { detail: 'the Word reader ended without an answer' })))
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', abort)
    clearTimeout(timer)
    await worker.terminate()
  }
}

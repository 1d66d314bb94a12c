import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'
import { fitsWithin } from './zip-size.ts'

/** What the worker is asked, as `workerData`. */
export interface WordTask {
  bytes: Uint8Array
  maxInflatedBytes: number
}

/** What it answers, once. */
export type WordAnswer = { html: Uint8Array<ArrayBuffer> } | { refused: 'not-text' | 'bank-too-large' }

async function convert({ bytes, maxInflatedBytes }: WordTask): Promise<WordAnswer> {
  if (!fitsWithin(bytes, maxInflatedBytes)) return { refused: 'bank-too-large' }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return { html: new TextEncoder().encode(value) }
  } catch {
    return { refused: 'not-text' }
  }
}

parentPort!.postMessage(await convert(workerData as WordTask))

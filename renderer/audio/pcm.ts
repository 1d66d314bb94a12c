import { SAMPLE_RATE_HZ } from '#domain/audio/wav'

/** One chunk of a recording. */
export const CHUNK_MS = 100
const CHUNK_SAMPLES = (SAMPLE_RATE_HZ * CHUNK_MS) / 1000

/** A sample (-1 to 1) as 16 bit; what is louder is clipped. */
export function toSample16(sample: number): number {
  const clipped = Math.max(-1, Math.min(1, sample))
  return Math.round(clipped < 0 ? clipped * 32_768 : clipped * 32_767)
}

/** Cuts blocks of any size into chunks of `CHUNK_MS`, as little-endian 16-bit PCM. */
export interface Chunker {
  push(samples: Float32Array): Uint8Array<ArrayBuffer>[]
  /** What is left over, shorter than a chunk; null when nothing is. */
  flush(): Uint8Array<ArrayBuffer> | null
  /** How much went in so far. */
  readonly durationMs: number
}

export function createChunker(chunkSamples = CHUNK_SAMPLES): Chunker {
  let view = new DataView(new ArrayBuffer(chunkSamples * 2))
  let filled = 0
  let total = 0

  function take(): Uint8Array<ArrayBuffer> {
    const chunk = new Uint8Array(view.buffer as ArrayBuffer, 0, filled * 2)
    view = new DataView(new ArrayBuffer(chunkSamples * 2))
    filled = 0
    return chunk
  }

  return {
    push(samples) {
      const chunks: Uint8Array<ArrayBuffer>[] = []
      total += samples.length
      for (const sample of samples) {
        view.setInt16(filled++ * 2, toSample16(sample), true)
        if (filled === chunkSamples) chunks.push(take())
      }
      return chunks
    },
    flush: () => (filled > 0 ? take() : null),
    get durationMs() {
      return (total * 1000) / SAMPLE_RATE_HZ
    },
  }
}

import { PCM_BYTES_PER_MS } from '#domain/audio/pcm'
import { SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { AppError } from '#domain/errors'

/** A recording as the WAV file that it was before it was compressed. */
export interface WavView {
  /** How long that file is. */
  readonly bytes: number
  /** Its bytes from `start` (inclusive) to `end` (exclusive), piece by piece. Throws `audio-unreadable`. */
  read(start: number, end: number): AsyncGenerator<Uint8Array>
}

/** Decoding this much takes a few milliseconds, and a player that stops has not made us decode much for nothing. */
const PIECE_MS = 5000

/** Shows a recording of so many bytes of samples, which `readPcm` hands out by moments, as a WAV file. */
export function createWavView(
  dataBytes: number,
  readPcm: (fromMs: number, toMs: number) => Promise<Uint8Array>,
): WavView {
  return {
    bytes: WAV_HEADER_BYTES + dataBytes,
    async *read(start, end) {
      if (start < WAV_HEADER_BYTES) yield wavHeader(dataBytes, SAMPLE_RATE_HZ).subarray(start, end)
      const last = end - WAV_HEADER_BYTES
      for (let at = Math.max(0, start - WAV_HEADER_BYTES); at < last; ) {
        const fromMs = Math.floor(at / PCM_BYTES_PER_MS)
        const skipped = at - fromMs * PCM_BYTES_PER_MS
        const pcm = await readPcm(fromMs, fromMs + PIECE_MS)
        const piece = pcm.subarray(skipped, skipped + last - at)
        if (piece.length === 0) throw new AppError('audio-unreadable', { detail: 'fewer samples than its head says' })
        yield piece
        at += piece.length
      }
    },
  }
}

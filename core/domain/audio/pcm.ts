import { SAMPLE_RATE_HZ } from './wav.ts'

/** Bytes of one millisecond of a recording: 16 kHz, mono, 16 bits. */
export const PCM_BYTES_PER_MS = (SAMPLE_RATE_HZ * 2) / 1000

/** The samples in bytes of 16-bit little-endian PCM; half a sample at the end is left out. */
export function pcmSamples(pcm: Uint8Array): Int16Array {
  const whole = pcm.byteLength - (pcm.byteLength % 2)
  if (pcm.byteOffset % 2 === 0) return new Int16Array(pcm.buffer, pcm.byteOffset, whole / 2)
  // An odd address, at which Int16Array cannot look: a copy has an even one.
  return new Int16Array(Uint8Array.from(pcm.subarray(0, whole)).buffer)
}

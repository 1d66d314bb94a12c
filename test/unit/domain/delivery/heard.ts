import { createEnvelope, type Envelope } from '#domain/audio/envelope'
import { readSpoken } from '#domain/delivery/spoken'
import type { Word } from '#domain/transcript'

/** Words of a text, each `stepMs` long, one after the other. */
export const heardAs = (text: string, stepMs = 500): Word[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, i) => ({ text: word, startMs: i * stepMs, endMs: (i + 1) * stepMs, probability: 1 }))

export const spokenAs = (text: string) => readSpoken(heardAs(text))

export const FRAME_MS = 20
const RATE_HZ = 16_000

/** A stretch of made audio: seconds, amplitude (0-1) and what it sounds like. */
export type Stretch = readonly [seconds: number, amplitude: number, kind?: 'voice' | 'tone' | 'breath' | 'fade']

/** The same "random" numbers in every run, −1 to 1. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/**
 * One sample of a stretch at `t` seconds of `length`. A voice has four syllables a second, and every other one begins
 * with the 80 ms of silence of a "p" or "t"; its first and last 100 ms are sounded.
 */
function sampleOf(kind: NonNullable<Stretch[2]>, t: number, length: number, random: number): number {
  const tone = Math.sin(2 * Math.PI * 140 * t)
  if (kind === 'tone') return tone
  if (kind === 'breath') return random * Math.sin((Math.PI * t) / length)
  const syllable = (t * 4) % 2
  const isEdge = t < 0.1 || length - t < 0.1
  const isClosed = syllable < 0.32 && !isEdge
  const swell = isClosed ? 0 : 0.35 + 0.65 * Math.abs(Math.sin(Math.PI * 4 * t + 0.6))
  // Speakers who turn away lose 12 dB by the end of the stretch.
  return tone * swell * (kind === 'fade' ? 10 ** ((-12 / 20) * (t / length)) : 1)
}

/** The envelope of made audio over white noise of amplitude `floor`. */
export function recorded(stretches: readonly Stretch[], floor = 0): Envelope {
  const builder = createEnvelope(FRAME_MS)
  const random = noise(7)
  for (const [seconds, amplitude, kind = 'voice'] of stretches)
    builder.push(
      Int16Array.from({ length: seconds * RATE_HZ }, (_, i) => {
        const sound = amplitude * sampleOf(kind, i / RATE_HZ, seconds, random())
        return 32_767 * Math.max(-1, Math.min(1, sound + floor * random()))
      }),
    )
  return builder.finish()
}

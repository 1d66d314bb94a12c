import type { VoiceFrame } from './speech.ts'

/** The longest phrase unless the model's window is shorter: half of Whisper's, so that no piece needs two windows. */
export const LONGEST_PHRASE_MS = 15_000

/**
 * How long a pause must be to end a phrase of a length, where 15 s is the longest: early only the end of a sentence does,
 * later a breath, at last the shortest gap that is no closure of a "t" or "k" (these last up to 120 ms).
 */
const PAUSES: readonly { lengthMs: number; pauseMs: number }[] = [
  { lengthMs: 0, pauseMs: 700 },
  { lengthMs: 4000, pauseMs: 700 },
  { lengthMs: 7000, pauseMs: 300 },
  { lengthMs: 10_000, pauseMs: 160 },
]

/** The pause in milliseconds that ends a phrase of `lengthMs` where `limitMs` is the longest. */
export function pauseNeeded(lengthMs: number, limitMs: number): number {
  const length = (lengthMs * LONGEST_PHRASE_MS) / limitMs
  const next = PAUSES.findIndex((step) => step.lengthMs > length)
  if (next < 0) return PAUSES.at(-1)!.pauseMs
  const [before, after] = [PAUSES[next - 1]!, PAUSES[next]!]
  const share = (length - before.lengthMs) / (after.lengthMs - before.lengthMs)
  return before.pauseMs + share * (after.pauseMs - before.pauseMs)
}

/** Levels are averaged over so many frames to find a quiet moment: in one of 20 ms any vowel can be quiet. */
const AVERAGED = 5

/** The middle of the quietest moment between two times; the later one of equals, `toMs` when there are no frames. */
export function quietestMoment(frames: readonly VoiceFrame[], fromMs: number, toMs: number): number {
  let quietest = Number.POSITIVE_INFINITY
  let atMs = toMs
  for (let i = 0; i < frames.length; i++) {
    const middle = (frames[i]!.startMs + frames[i]!.endMs) / 2
    if (middle < fromMs || middle > toMs) continue
    const around = frames.slice(Math.max(0, i - (AVERAGED >> 1)), i + (AVERAGED >> 1) + 1)
    const level = around.reduce((sum, frame) => sum + frame.levelDb, 0) / around.length
    if (level > quietest) continue
    quietest = level
    atMs = middle
  }
  return atMs
}

import { z } from 'zod'
import type { Envelope } from '../audio/envelope.ts'
import type { Word } from '../transcript.ts'
import { isEnglish } from './english.ts'
import { findFillers } from './fillers.ts'
import { measurePace } from './pace.ts'
import { measurePauses } from './pauses.ts'
import { readSpoken } from './spoken.ts'

/** What of a delivery is followed over time; null where it cannot be told. `pauseShare` is the silent share (0-1) of the answer. */
export const SpokenHabits = z.object({
  wordsPerMinute: z.number().nullable(),
  fillersPerMinute: z.number().nullable(),
  pauseShare: z.number().min(0).max(1).nullable(),
})
export type SpokenHabits = z.infer<typeof SpokenHabits>

/** The pace that verdicts are held against plays no part in the figures. */
const ANY_PACE = { min: 0, max: 1000 }

/** The habits of one answer, from its words and its loudness: a fraction of the work of the whole delivery. */
export function measureHabits(words: readonly Word[], durationMs: number, envelope: Envelope | null): SpokenHabits {
  if (words.length === 0 || durationMs <= 0) return { wordsPerMinute: null, fillersPerMinute: null, pauseShare: null }
  const spoken = readSpoken(words)
  const pauses = measurePauses(words, envelope)
  return {
    wordsPerMinute: measurePace(words, pauses.totalMs, ANY_PACE).wordsPerMinute,
    fillersPerMinute: isEnglish(spoken) ? (findFillers(spoken).length * 60_000) / durationMs : null,
    pauseShare: Math.min(1, pauses.totalMs / durationMs),
  }
}

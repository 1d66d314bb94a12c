import type { Envelope } from '../audio/envelope.ts'
import type { Word } from '../transcript.ts'
import type { Delivery } from './delivery.ts'
import { findFillers } from './fillers.ts'
import { type PartEvidence, partTimes } from './part-times.ts'
import { longPauses } from './pauses.ts'

/** What delivery is measured on; `envelope` is null where there is no audio. */
export type DeliveryInput = {
  words: readonly Word[]
  durationMs: number
  envelope: Envelope | null
  coverage: readonly PartEvidence[]
}

const FEWEST_WORDS_FOR_PACE = 5

/** Words a minute from the first word to the last, pauses included. */
function pace(words: readonly Word[]): number | null {
  if (words.length < FEWEST_WORDS_FOR_PACE) return null
  const spokenMs = words.reduce((end, word) => Math.max(end, word.endMs), 0) - words[0]!.startMs
  return spokenMs > 0 ? (words.length * 60_000) / spokenMs : null
}

/** How an answer was delivered: pace, long pauses, fillers and time per part. */
export function measureDelivery({ words, durationMs, envelope, coverage }: DeliveryInput): Delivery {
  return {
    durationMs,
    wordCount: words.length,
    wordsPerMinute: pace(words),
    pauses: longPauses(words, envelope),
    fillers: findFillers(words),
    partTimes: partTimes(words, coverage),
  }
}

import type { Envelope } from '../audio/envelope.ts'
import { tokenize } from '../coverage/tokens.ts'
import type { TargetBand } from '../story.ts'
import type { Word } from '../transcript.ts'
import type { Delivery } from './delivery.ts'
import { isEnglish } from './english.ts'
import { findFillers } from './fillers.ts'
import { findAbsolutes, findHedges } from './hedges.ts'
import { measurePace, type PaceBand } from './pace.ts'
import { type PartEvidence, partTimes, wordParts } from './part-times.ts'
import { findPassives } from './passives.ts'
import { measurePauses } from './pauses.ts'
import { findShape } from './shape.ts'
import { readSpoken } from './spoken.ts'
import { findTraits } from './traits.ts'
import { countVoices } from './voices.ts'

/**
 * What delivery is measured on. `envelope` is null where there is no audio; `coverage` has every point of the story,
 * also those without evidence; `checklist` are the texts in which a bank says what an answer should show.
 */
export type DeliveryInput = {
  words: readonly Word[]
  durationMs: number
  envelope: Envelope | null
  coverage: readonly PartEvidence[]
  pace: PaceBand
  target: TargetBand | null
  checklist: readonly string[]
}

/** How an answer was delivered, from its words, their times and the loudness of the recording. */
export function measureDelivery(input: DeliveryInput): Delivery {
  const { words, durationMs, envelope, coverage, target } = input
  const spoken = readSpoken(words)
  // Habits are read from English word lists: in another language nothing is better than nonsense.
  const isRead = isEnglish(spoken)
  const english = isRead ? spoken : readSpoken([])
  const tokens = tokenize(words)
  const pauses = measurePauses(words, envelope)
  const parts = wordParts(words, coverage)
  const times = partTimes(words, parts, coverage)
  const fillers = findFillers(english)
  return {
    durationMs,
    wordCount: words.length,
    isEnglish: isRead,
    pace: measurePace(words, pauses.totalMs, input.pace),
    pauses,
    fillers,
    hedges: findHedges(english, fillers),
    absolutes: findAbsolutes(english),
    passives: findPassives(english),
    voices: countVoices(english, parts),
    partTimes: times,
    shape: findShape({ spoken: english, tokens, coverage, parts, partTimes: times, durationMs, target }),
    traits: isRead ? findTraits(english, tokens, input.checklist) : [],
  }
}

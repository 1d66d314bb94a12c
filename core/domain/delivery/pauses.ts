import type { Envelope } from '../audio/envelope.ts'
import type { Word } from '../transcript.ts'
import type { Pause, Pauses } from './delivery.ts'
import { speechLevels, speechSpans } from './sounds.ts'

/**
 * From here on a silence counts as a pause: shorter ones belong to articulation (Goldman-Eisler 1968; De Jong & Bosker
 * 2013 find 250-300 ms to tell fluency best). Milliseconds.
 */
export const PAUSE_MS = 250
/** From here on a pause is shown. Milliseconds. */
export const SHOWN_PAUSE_MS = 1000
/** From here on a pause is flagged: a second is the most that conversation commonly bears (Jefferson 1989). Milliseconds. */
export const LONG_PAUSE_MS = 2000

/** A key or a mouse at the start and end of a recording sounds shorter than this. Milliseconds. */
const SHORTEST_WORD_MS = 250
/** Recognisers put the first and the last word up to about this much beside their sound. Milliseconds. */
const SLIP_MS = 1000

/** Leaves out what sounds before the first word and after the last (a key, a cough, a chair): it ends no pause of the answer. */
function withinAnswer(sounds: readonly Pause[], words: readonly Word[]): Pause[] {
  if (words.length === 0) return [...sounds]
  const startMs = words.reduce((start, word) => Math.min(start, word.startMs), Number.POSITIVE_INFINITY)
  const endMs = words.reduce((end, word) => Math.max(end, word.endMs), 0)
  return sounds.filter((sound) => {
    const slipMs = sound.endMs - sound.startMs < SHORTEST_WORD_MS ? 0 : SLIP_MS
    return sound.endMs >= startMs - slipMs && sound.startMs <= endMs + slipMs
  })
}

/** The silences of at least `PAUSE_MS` between the first and the last of some spans of sound. */
function gaps(sounds: readonly Pause[]): Pause[] {
  const pauses: Pause[] = []
  let heardUntil = sounds[0]?.startMs ?? 0
  for (const sound of sounds) {
    if (sound.startMs - heardUntil >= PAUSE_MS) pauses.push({ startMs: heardUntil, endMs: sound.startMs })
    heardUntil = Math.max(heardUntil, sound.endMs)
  }
  return pauses
}

/** The pauses within the answer, measured on the audio where it can tell, else between the times of the words. */
export function measurePauses(words: readonly Word[], envelope: Envelope | null): Pauses {
  const levels = envelope && speechLevels(envelope)
  const pauses = gaps(envelope && levels ? withinAnswer(speechSpans(envelope, levels), words) : words)
  return {
    count: pauses.length,
    totalMs: pauses.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
    shown: pauses.filter(({ startMs, endMs }) => endMs - startMs >= SHOWN_PAUSE_MS),
    source: envelope && levels ? 'audio' : 'words',
  }
}

import { type Envelope, peakDb } from '../audio/envelope.ts'
import type { Word } from '../transcript.ts'
import type { Pause } from './delivery.ts'

/** Silence of this length and more counts as a long pause. Milliseconds. */
export const LONG_PAUSE_MS = 2000

/** A click or a breath shorter than this does not end a silence. */
const SHORTEST_SOUND_MS = 120
/** With less than this between background and speech there is no telling them apart. */
const LEAST_CONTRAST_DB = 12
/** Where between background (0) and speech (1) silence ends. */
const THRESHOLD_SHARE = 0.35
/** Speech stands out by at most this much from what still counts as speech (quiet ends of words). */
const SPEECH_RANGE_DB = 40

const levelAt = (sorted: Uint8Array, share: number) => peakDb(sorted[Math.floor(share * (sorted.length - 1))]!)

/** The level in dBFS that parts speech from background in this recording; null when nothing stands out. */
export function speechThresholdDb(envelope: Envelope): number | null {
  if (envelope.peaks.length === 0) return null
  const sorted = envelope.peaks.slice().sort()
  const background = levelAt(sorted, 0.05)
  const speech = levelAt(sorted, 0.95)
  if (speech - background < LEAST_CONTRAST_DB) return null
  return Math.max(background + THRESHOLD_SHARE * (speech - background), speech - SPEECH_RANGE_DB)
}

/** The stretches of sound in a recording, in order; clicks shorter than 120 ms are left out. Milliseconds. */
export function soundSpans(envelope: Envelope, thresholdDb: number): Pause[] {
  const { frameMs, peaks } = envelope
  const spans: Pause[] = []
  for (let i = 0; i < peaks.length; i++) {
    if (peakDb(peaks[i]!) < thresholdDb) continue
    const last = spans.at(-1)
    // Speech itself drops below the threshold for the closure of a "p" or "t": gaps that short do not part it.
    if (last && i * frameMs - last.endMs < SHORTEST_SOUND_MS) last.endMs = (i + 1) * frameMs
    else spans.push({ startMs: i * frameMs, endMs: (i + 1) * frameMs })
  }
  return spans.filter((span) => span.endMs - span.startMs >= SHORTEST_SOUND_MS)
}

/** The silences of `LONG_PAUSE_MS` and more between the first and the last of some spans of sound. */
function gaps(sounds: readonly Pause[]): Pause[] {
  const pauses: Pause[] = []
  let heardUntil = sounds[0]?.endMs ?? 0
  for (const sound of sounds) {
    if (sound.startMs - heardUntil >= LONG_PAUSE_MS) pauses.push({ startMs: heardUntil, endMs: sound.startMs })
    heardUntil = Math.max(heardUntil, sound.endMs)
  }
  return pauses
}

/** Long pauses within the answer, measured on the audio where it can tell, else between the times of the words. */
export function longPauses(words: readonly Word[], envelope: Envelope | null): Pause[] {
  const thresholdDb = envelope && speechThresholdDb(envelope)
  return gaps(envelope && thresholdDb !== null ? soundSpans(envelope, thresholdDb) : words)
}

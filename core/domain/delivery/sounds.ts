import { type Envelope, peakDb } from '../audio/envelope.ts'
import type { Pause } from './delivery.ts'

/** The levels in dBFS where sound begins (`low`) and which speech reaches (`high`). */
export type SpeechLevels = { low: number; high: number }

/** With less than this between background and speech there is no telling them apart. */
const LEAST_CONTRAST_DB = 12
/** Where between background (0) and speech (1) a sound begins, and what makes it speech instead of a breath. */
const LOW_SHARE = 0.35
const HIGH_SHARE = 0.55
/** Speech stands out by at most this much from what still counts as speech (quiet ends of words). */
const SPEECH_RANGE_DB = 40
/** The loudest moment of a word lies within this of the loudest speech; breaths stay further below. */
const WORD_RANGE_DB = 24
/** A click shorter than this is no sound, the closure of a "p" or "t" no silence. */
const SHORTEST_MS = 120
/** Longer than this a quiet sound is speech: breaths are shorter. */
const LONGEST_BREATH_MS = 600
/** Speakers drift from the microphone: speech is as loud as its loudest around, but not quieter than this below all. */
const AROUND_MS = 4000
const MOST_DRIFT_DB = 15

/** The level in dBFS that a share (0-1) of the frames stay below, from how many frames have each of the 256 levels. */
function levelAt(counts: Uint32Array, frames: number, share: number): number {
  let left = Math.floor(share * (frames - 1))
  const peak = counts.findIndex((count) => {
    left -= count
    return left < 0
  })
  return peakDb(peak)
}

/** What parts speech from background in this recording; null when nothing stands out. */
export function speechLevels({ peaks }: Envelope): SpeechLevels | null {
  if (peaks.length === 0) return null
  const counts = new Uint32Array(256)
  for (const peak of peaks) counts[peak]!++
  const background = levelAt(counts, peaks.length, 0.05)
  const speech = levelAt(counts, peaks.length, 0.95)
  const contrast = speech - background
  if (contrast < LEAST_CONTRAST_DB) return null
  const floor = speech - SPEECH_RANGE_DB
  return {
    low: Math.max(background + LOW_SHARE * contrast, floor),
    high: Math.max(background + HIGH_SHARE * contrast, speech - WORD_RANGE_DB),
  }
}

/** The loudest level (0-255) of every block of a few seconds; speech around a block is as loud as it or its neighbours. */
function loudestAround(peaks: Uint8Array, blockFrames: number): number[] {
  const blocks = new Array<number>(Math.ceil(peaks.length / blockFrames)).fill(0)
  for (let i = 0; i < peaks.length; i++) {
    const block = Math.floor(i / blockFrames)
    blocks[block] = Math.max(blocks[block]!, peaks[i]!)
  }
  return blocks.map((own, i) => Math.max(own, blocks[i - 1] ?? 0, blocks[i + 1] ?? 0))
}

type Sound = Pause & { loudestDb: number; driftDb: number }

/**
 * The stretches of speech in a recording, in order. Clicks are left out, and breaths: short sounds that never get as
 * loud as speech. Where the speaker is quieter than elsewhere the levels give way. Milliseconds.
 */
export function speechSpans({ frameMs, peaks }: Envelope, levels: SpeechLevels): Pause[] {
  const blockFrames = Math.max(1, Math.round(AROUND_MS / frameMs))
  const around = loudestAround(peaks, blockFrames)
  const overall = peakDb(around.reduce((most, peak) => Math.max(most, peak), 0))
  const sounds: Sound[] = []
  for (let i = 0; i < peaks.length; i++) {
    const db = peakDb(peaks[i]!)
    const quieter = overall - peakDb(around[Math.floor(i / blockFrames)]!)
    const driftDb = Math.min(MOST_DRIFT_DB, quieter, Math.max(0, levels.high - levels.low))
    if (db < levels.low - driftDb / 2) continue
    const last = sounds.at(-1)
    if (last && i * frameMs - last.endMs < SHORTEST_MS) {
      last.endMs = (i + 1) * frameMs
      last.loudestDb = Math.max(last.loudestDb, db)
    } else sounds.push({ startMs: i * frameMs, endMs: (i + 1) * frameMs, loudestDb: db, driftDb })
  }
  return sounds
    .filter(({ startMs, endMs, loudestDb, driftDb }) => {
      const ms = endMs - startMs
      return ms >= SHORTEST_MS && (ms > LONGEST_BREATH_MS || loudestDb >= levels.high - driftDb)
    })
    .map(({ startMs, endMs }) => ({ startMs, endMs }))
}

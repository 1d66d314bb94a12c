import { type Envelope, peakDb, peakOf } from '../audio/envelope.ts'
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
  let peak = 0
  while (left >= counts[peak]!) left -= counts[peak++]!
  return peakDb(peak)
}

/** What parts speech from background in this recording; null when nothing stands out. */
export function speechLevels({ peaks }: Envelope): SpeechLevels | null {
  if (peaks.length === 0) return null
  const counts = new Uint32Array(256)
  for (let i = 0; i < peaks.length; i++) counts[peaks[i]!]!++
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
  const blocks: number[] = []
  for (let from = 0; from < peaks.length; from += blockFrames) {
    const to = Math.min(from + blockFrames, peaks.length)
    let loudest = 0
    for (let i = from; i < to; i++) if (peaks[i]! > loudest) loudest = peaks[i]!
    blocks.push(loudest)
  }
  return blocks.map((own, i) => Math.max(own, blocks[i - 1] ?? 0, blocks[i + 1] ?? 0))
}

/** By frames: `loudest` is a level of 0-255, `driftDb` how far the levels give way where it begins. */
type Sound = { from: number; to: number; loudest: number; driftDb: number }

/** The stretches that are no silence, closures of a "p" or "t" included. */
function soundsAbove({ frameMs, peaks }: Envelope, { low, high }: SpeechLevels): Sound[] {
  const blockFrames = Math.max(1, Math.round(AROUND_MS / frameMs))
  const around = loudestAround(peaks, blockFrames)
  const overall = peakDb(around.reduce((most, peak) => Math.max(most, peak), 0))
  const most = Math.min(MOST_DRIFT_DB, Math.max(0, high - low))
  const sounds: Sound[] = []
  let last: Sound | undefined
  for (const [block, loudest] of around.entries()) {
    const driftDb = Math.min(most, overall - peakDb(loudest))
    const quietest = peakOf(low - driftDb / 2)
    const end = Math.min((block + 1) * blockFrames, peaks.length)
    for (let i = block * blockFrames; i < end; i++) {
      const peak = peaks[i]!
      if (peak < quietest) continue
      if (last && (i - last.to) * frameMs < SHORTEST_MS) {
        last.to = i + 1
        if (peak > last.loudest) last.loudest = peak
      } else {
        last = { from: i, to: i + 1, loudest: peak, driftDb }
        sounds.push(last)
      }
    }
  }
  return sounds
}

/**
 * The stretches of speech in a recording, in order. Clicks are left out, and breaths: short sounds that never get as
 * loud as speech. Where the speaker is quieter than elsewhere the levels give way. Milliseconds.
 */
export function speechSpans(envelope: Envelope, levels: SpeechLevels): Pause[] {
  const { frameMs } = envelope
  return soundsAbove(envelope, levels)
    .filter(({ from, to, loudest, driftDb }) => {
      const ms = (to - from) * frameMs
      return ms >= SHORTEST_MS && (ms > LONGEST_BREATH_MS || peakDb(loudest) >= levels.high - driftDb)
    })
    .map(({ from, to }) => ({ startMs: from * frameMs, endMs: to * frameMs }))
}

import type { Word } from '../transcript.ts'
import type { Pace, PacePoint, PaceVerdict } from './delivery.ts'

/** A band of words a minute. */
export type PaceBand = { readonly min: number; readonly max: number }

const FEWEST_WORDS = 5
/** Long enough to hold a few sentences, short enough to show a rush. */
const WINDOW_MS = 12_000
const STEP_MS = 2000
/** Shorter answers have one pace, not a curve. */
const SHORTEST_CURVE_MS = 10_000

const perMinute = (count: number, ms: number) => (count * 60_000) / ms

/** How many words were said by each of some rising moments; a word in progress counts by its share. */
function saidBy(words: readonly Word[], moments: readonly number[]): number[] {
  let next = 0
  return moments.map((moment) => {
    while (next < words.length && words[next]!.endMs <= moment) next++
    const current = words[next]
    const begun = current ? moment - current.startMs : 0
    return next + (current && begun > 0 ? begun / (current.endMs - current.startMs) : 0)
  })
}

/** Pace around moments two seconds apart. A window that would reach beyond the answer ends with it: no cliffs. */
function curve(words: readonly Word[], startMs: number, endMs: number): PacePoint[] {
  if (endMs - startMs < SHORTEST_CURVE_MS) return []
  const steps = Math.round((endMs - startMs) / STEP_MS)
  const moments = Array.from({ length: steps + 1 }, (_, i) => startMs + (i * (endMs - startMs)) / steps)
  const from = moments.map((moment) => Math.max(startMs, moment - WINDOW_MS / 2))
  const to = moments.map((moment) => Math.min(endMs, moment + WINDOW_MS / 2))
  const before = saidBy(words, from)
  const after = saidBy(words, to)
  return moments.map((atMs, i) => ({ atMs, wordsPerMinute: perMinute(after[i]! - before[i]!, to[i]! - from[i]!) }))
}

const verdictOf = (wordsPerMinute: number, { min, max }: PaceBand): PaceVerdict =>
  wordsPerMinute < min ? 'slow' : wordsPerMinute > max ? 'fast' : 'calm'

/**
 * Pace from the first word to the last. Norm: interviews run at 160-210 words a minute and talks that are easy to follow
 * at 125-160 (Tauroza & Allison 1990); the calm band is the user's to set. The articulation rate counts time without
 * pauses of 250 ms and more (`pausedMs`), as De Jong & Wempe 2009 do, in words instead of syllables.
 */
export function measurePace(words: readonly Word[], pausedMs: number, band: PaceBand): Pace {
  const startMs = words.reduce((start, word) => Math.min(start, word.startMs), words[0]?.startMs ?? 0)
  const endMs = words.reduce((end, word) => Math.max(end, word.endMs), 0)
  if (words.length < FEWEST_WORDS || endMs <= startMs)
    return { wordsPerMinute: null, articulationRate: null, verdict: null, curve: [] }
  const wordsPerMinute = perMinute(words.length, endMs - startMs)
  const spokenMs = endMs - startMs - pausedMs
  return {
    wordsPerMinute,
    // The times of words are estimates: where the pauses leave hardly any time for them, there is no telling.
    articulationRate: spokenMs > 0.2 * (endMs - startMs) ? perMinute(words.length, spokenMs) : null,
    verdict: verdictOf(wordsPerMinute, band),
    curve: curve(words, startMs, endMs),
  }
}

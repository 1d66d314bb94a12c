import { STOP_WORDS } from '../coverage/english.ts'
import { bareWord } from '../transcript/same-word.ts'
import type { Word } from '../transcript.ts'

/** Where two hearings of the same moment part: the first is kept up to `kept`, the second from `from` on. */
export type Seam = { kept: number; from: number }

/** Word times are estimates, now and then a second or two off. */
const SLACK_MS = 1500
/** …so at least so many words of each side are looked at: what is said in the overlap, and as much again. */
const LEAST_WORDS = 8
const SAME = 2
const SAME_STOP_WORD = 1.2
/** One begins as the other: a word that was cut off. */
const CUT_OFF = 0.4
/** What was cut at an edge is often heard as several other words, so these cost little. */
const OTHER = -0.7
const LEFT_OUT = -0.3
/** Taken off a same word for each second between its two times, and at most. */
const APART = 0.4
const MOST_APART = 1
/** With less than this in common (a stop word or two) the times decide. */
const ENOUGH = 1.3

const middleOf = ({ startMs, endMs }: Word) => (startMs + endMs) / 2

function likeness(left: Word, right: Word): number {
  const [a, b] = [bareWord(left.text), bareWord(right.text)]
  const apart = Math.min(MOST_APART, (APART * Math.abs(middleOf(left) - middleOf(right))) / 1000)
  if (a === b) return (STOP_WORDS.has(a) ? SAME_STOP_WORD : SAME) - apart
  const isCutOff = Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b))
  return isCutOff ? CUT_OFF - apart : OTHER
}

type Pair = { left: number; right: number }

/**
 * The pairs of same words in the best alignment of the end of `left` with the beginning of `right`, as overlapping
 * fragments of a text are put together: what comes before in `left` and after in `right` is free.
 */
function alignOverlap(left: readonly Word[], right: readonly Word[]): Pair[] {
  const width = right.length + 1
  const score = new Float64Array((left.length + 1) * width)
  const step = new Uint8Array(score.length)
  for (let j = 1; j < width; j++) {
    score[j] = score[j - 1]! + LEFT_OUT
    step[j] = 2
  }
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j < width; j++) {
      const at = i * width + j
      const options = [
        score[at - width - 1]! + likeness(left[i - 1]!, right[j - 1]!),
        score[at - width]! + LEFT_OUT,
        score[at - 1]! + LEFT_OUT,
      ]
      const best = Math.max(...options)
      score[at] = best
      step[at] = options.indexOf(best)
    }
  }
  const last = left.length * width
  let end = 0
  for (let j = 1; j < width; j++) if (score[last + j]! > score[last + end]!) end = j
  return traceBack(left, right, step, end)
}

function traceBack(left: readonly Word[], right: readonly Word[], step: Uint8Array, end: number): Pair[] {
  const pairs: Pair[] = []
  let i = left.length
  let j = end
  while (i > 0 && j > 0) {
    const taken = step[i * (right.length + 1) + j]
    if (taken !== 2) i--
    if (taken !== 1) j--
    if (taken === 0 && bareWord(left[i]!.text) === bareWord(right[j]!.text)) pairs.push({ left: i, right: j })
  }
  return pairs
}

/** The index of the first word whose middle is not before `ms`. */
const firstFrom = (words: readonly Word[], ms: number) => {
  const found = words.findIndex((word) => middleOf(word) >= ms)
  return found < 0 ? words.length : found
}

/**
 * Where to go over from what was heard up to `untilMs` to what was heard from `fromMs` on, so that no word is lost or
 * doubled and words at either edge, which may have been heard in half, come from the other side: at the word both heard
 * that is nearest to the middle of the overlap, else by the times.
 */
export function findSeam(left: readonly Word[], right: readonly Word[], fromMs: number, untilMs: number): Seam {
  const middleMs = (fromMs + untilMs) / 2
  const tail = Math.min(firstFrom(left, fromMs - SLACK_MS), Math.max(0, left.length - LEAST_WORDS))
  const head = Math.max(firstFrom(right, untilMs + SLACK_MS), LEAST_WORDS)
  const pairs = alignOverlap(left.slice(tail), right.slice(0, head))
  const timeOf = (pair: Pair) => (middleOf(left[tail + pair.left]!) + middleOf(right[pair.right]!)) / 2
  const inCommon = pairs.reduce((sum, pair) => sum + likeness(left[tail + pair.left]!, right[pair.right]!), 0)
  const nearest = pairs.toSorted((a, b) => Math.abs(timeOf(a) - middleMs) - Math.abs(timeOf(b) - middleMs))[0]
  if (!nearest || inCommon < ENOUGH) {
    const isHeardOnce = firstFrom(left, fromMs) === left.length || firstFrom(right, untilMs) === 0
    if (isHeardOnce) return { kept: left.length, from: 0 }
    return { kept: firstFrom(left, middleMs), from: firstFrom(right, middleMs) }
  }
  // The word itself comes from the side where it is further from the edge.
  const isLate = timeOf(nearest) >= middleMs
  return { kept: tail + nearest.left + (isLate ? 0 : 1), from: nearest.right + (isLate ? 0 : 1) }
}

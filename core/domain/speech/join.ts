import type { Transcript, Word } from '../transcript.ts'
import { findSeam } from './seam.ts'
import type { Piece } from './speech.ts'

/** Nothing heard yet. */
export const NOTHING_HEARD: Transcript = { words: [], segmentStarts: [] }

/** The word with times of the recording, neither outside its piece nor before the word before it. */
function placed(word: Word, { startMs, endMs }: Pick<Piece, 'startMs' | 'endMs'>, notBeforeMs: number): Word {
  const within = (ms: number, fromMs: number) => Math.max(fromMs, Math.min(endMs, startMs + ms))
  const from = within(word.startMs, Math.max(startMs, notBeforeMs))
  return { ...word, startMs: from, endMs: within(word.endMs, from) }
}

function placedWords(words: readonly Word[], piece: Pick<Piece, 'startMs' | 'endMs'>, notBeforeMs: number): Word[] {
  let lastMs = notBeforeMs
  return words.map((word) => {
    const next = placed(word, piece, lastMs)
    lastMs = next.endMs
    return next
  })
}

/**
 * Adds what was heard in a piece (times from the piece's start) to what was heard before it (times of the recording).
 * `heardUntilMs` is the end of the piece before: where this piece begins earlier, words that both heard are told once.
 */
export function joinPiece(
  soFar: Transcript,
  heard: Transcript,
  piece: Pick<Piece, 'startMs' | 'endMs'>,
  heardUntilMs: number,
): Transcript {
  const all = { kept: soFar.words.length, from: 0 }
  const overlaps = heardUntilMs > piece.startMs
  const { kept, from } = overlaps
    ? findSeam(soFar.words, placedWords(heard.words, piece, 0), piece.startMs, heardUntilMs)
    : all
  const before = soFar.words.slice(0, kept)
  const words = [...before, ...placedWords(heard.words.slice(from), piece, before.at(-1)?.endMs ?? 0)]
  const starts = [
    ...soFar.segmentStarts.filter((start) => start < kept),
    ...heard.segmentStarts.filter((start) => start >= from).map((start) => start - from + kept),
  ]
  // A segment whose first words another piece told begins with what is left of it, if nothing stands before.
  if (words.length > 0 && starts[0] !== 0) starts.unshift(0)
  return { words, segmentStarts: starts }
}

import type { Phrase, Piece } from './speech.ts'

export type PieceOptions = {
  /** The longest piece, so that it fits the model's window. */
  limitMs: number
  /** How much has been recorded and looked at. */
  nowMs: number
  /** No phrase will follow. */
  isFinal: boolean
}

/** Phrases further apart are recognised one by one: silence costs nothing then, and nothing is invented in it. */
const LONGEST_GAP_MS = 2000
/**
 * A phrase with less sound ("um", "so") waits for the next while one may still join it: recognising it alone costs as much
 * as fifteen seconds, and the engine hears lone words badly.
 */
const SHORT_MS = 1000

const joined = (piece: Piece, next: Phrase): Piece => ({
  startMs: piece.startMs,
  endMs: next.endMs,
  ends: next.ends,
  // What two phrases share after a cut at the limit is counted once.
  voicedMs: piece.voicedMs + next.voicedMs * ownShare(piece, next),
  soundMs: piece.soundMs + next.soundMs * ownShare(piece, next),
})

const ownShare = (piece: Piece, next: Phrase) =>
  Math.min(1, (next.endMs - piece.endMs) / Math.max(1, next.endMs - next.startMs))

/**
 * The next piece for the engine out of the phrases that wait, in order, and those that then still wait; null when it is
 * better to wait. Neighbours go together up to `limitMs`: an engine that keeps up gets each phrase at once, a slow one
 * gets larger pieces and so catches up.
 */
export function nextPiece(
  waiting: readonly Phrase[],
  { limitMs, nowMs, isFinal }: PieceOptions,
): { piece: Piece; rest: Phrase[] } | null {
  const [first, ...others] = waiting
  if (!first) return null
  let piece: Piece = first
  let taken = 0
  for (const next of others) {
    if (next.startMs - piece.endMs > LONGEST_GAP_MS || next.endMs - piece.startMs > limitMs) break
    piece = joined(piece, next)
    taken++
  }
  const rest = others.slice(taken)
  const mayGrow = !isFinal && rest.length === 0 && nowMs - piece.endMs <= LONGEST_GAP_MS
  return mayGrow && piece.soundMs < SHORT_MS ? null : { piece, rest }
}

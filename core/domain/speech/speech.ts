import { z } from 'zod'
import { Transcript } from '../transcript.ts'

/**
 * What a short stretch of sound is. Frames follow one another without gaps and may have any length, so that a detector
 * of our own (20 ms) and the engine's (32 ms) serve alike.
 */
export type VoiceFrame = {
  startMs: number
  endMs: number
  /** In dBFS (a full-scale square wave is 0), without rumble and DC; at least −100. */
  levelDb: number
  /** It stands out from the noise around. */
  sound: boolean
  /** It is the sound of vocal cords, or the engine is sure of speech; always `sound` as well. */
  voiced: boolean
}

/**
 * A stretch of speech with the silence around it, in milliseconds of the recording. After a phrase that ends in a
 * `pause` the next begins later; after one that ends at the `limit` the next begins before it ends.
 */
export type Phrase = {
  startMs: number
  endMs: number
  ends: 'pause' | 'limit'
  /** How much of it is voiced; next to nothing for a whisper. */
  voicedMs: number
  /** How much of it is sound, voiced or not. */
  soundMs: number
}

/** One or more neighbouring phrases, to be recognised at once; a phrase is a piece. */
export type Piece = Phrase

/** How much the engine doubts a segment. */
export const SegmentDoubt = z.object({
  /** The engine's probability (0-1) that this was no speech. */
  noSpeech: z.number(),
  /** The mean logarithm of the tokens' probabilities. */
  logProbability: z.number(),
})
export type SegmentDoubt = z.infer<typeof SegmentDoubt>

/** What the engine heard in a piece, with times from the piece's start and a doubt for each segment. */
export const HeardPiece = Transcript.extend({ doubts: z.array(SegmentDoubt).readonly() })
export type HeardPiece = z.infer<typeof HeardPiece>

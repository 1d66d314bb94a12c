import type { Transcript } from '../transcript.ts'
import { outsideLoops } from './loops.ts'
import type { HeardPiece, Piece, SegmentDoubt } from './speech.ts'

/** A segment is silence when both hold (OpenAI, whisper/transcribe.py: `no_speech_threshold`, `logprob_threshold`). */
const NO_SPEECH = 0.6
const UNLIKELY = -1

/** No speaker says more words a second of sound; the two words over are for times that are a little off. */
const FASTEST_WORDS_A_SECOND = 8
const WORDS_OVER = 2

/** What Whisper writes for silence: it learnt from subtitles. */
const INVENTED =
  /^(?:(?:thank you|thanks)(?: (?:so|very) much)?(?: for (?:watching|listening|viewing))?|bye(?: bye)?|you|okay|so|subtitles? by .*|(?:subtitles?|transcription|captions?|translation|translated) (?:by|from|provided) .*|please (?:like and )?subscribe.*|(?:like and )?subscribe.*|see you (?:in the )?next (?:time|video)|.*amara org.*|the end)$/
/** A word has about 150 ms of voice or more; with less than this for each word there was none. */
const LEAST_VOICED_MS_A_WORD = 90
/** More voice than this is somebody speaking, whatever the words. */
const MOST_VOICED_MS = 600

type Segment = { from: number; to: number; doubt: SegmentDoubt | undefined }

const segmentsOf = ({ words, segmentStarts, doubts }: HeardPiece): Segment[] =>
  segmentStarts.map((from, i) => ({ from, to: segmentStarts[i + 1] ?? words.length, doubt: doubts[i] }))

const isSilence = (doubt: SegmentDoubt | undefined) =>
  doubt !== undefined && doubt.noSpeech > NO_SPEECH && doubt.logProbability < UNLIKELY

const spokenText = (heard: HeardPiece, { from, to }: Segment) =>
  heard.words
    .slice(from, to)
    .map(({ text }) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .join(' ')

/** A stock phrase where hardly anything was said; a thank-you that was said has the voice for it. */
const isInvention = (heard: HeardPiece, segment: Segment, voicedMs: number) =>
  voicedMs < Math.min(MOST_VOICED_MS, LEAST_VOICED_MS_A_WORD * heard.words.length) &&
  INVENTED.test(spokenText(heard, segment))

/** Takes out the most doubtful segments until the words fit into the sound. */
function fitIntoSound(keep: boolean[], segments: readonly Segment[], soundMs: number): void {
  const most = WORDS_OVER + (FASTEST_WORDS_A_SECOND * soundMs) / 1000
  const doubtful = segments.toSorted((a, b) => (a.doubt?.logProbability ?? 0) - (b.doubt?.logProbability ?? 0))
  for (const { from, to } of doubtful) {
    if (keep.filter(Boolean).length <= most) return
    keep.fill(false, from, to)
  }
}

/**
 * What was heard in a piece without what the engine must have invented: segments it takes for silence itself, subtitlers'
 * phrases where there is hardly any voice, loops (their first copy stays), and more words than the sound can hold.
 */
export function plausibleTranscript(heard: HeardPiece, piece: Pick<Piece, 'voicedMs' | 'soundMs'>): Transcript {
  const segments = segmentsOf(heard)
  const keep = outsideLoops(heard.words.map(({ text }) => text))
  for (const segment of segments)
    if (isSilence(segment.doubt) || isInvention(heard, segment, piece.voicedMs))
      keep.fill(false, segment.from, segment.to)
  fitIntoSound(keep, segments, piece.soundMs)
  const words = heard.words.filter((_, i) => keep[i])
  const placeOf = (at: number) => keep.slice(0, at).filter(Boolean).length
  const starts = segments.filter(({ from, to }) => keep.slice(from, to).includes(true)).map(({ from }) => placeOf(from))
  return { words, segmentStarts: starts }
}

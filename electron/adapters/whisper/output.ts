import { z } from 'zod'
import { AppError } from '#domain/errors'
import type { SegmentDoubt } from '#domain/speech/speech'
import type { Word } from '#domain/transcript'
import type { Heard } from '../../services/ports/speech.ts'

/** The parts of whisper-server's `verbose_json` that Starbeat reads; its "words" are the decoder's tokens, times in seconds. */
const Output = z.object({
  duration: z.number().positive().default(Number.POSITIVE_INFINITY),
  language: z.string().nullable().default(null),
  segments: z.array(
    z.object({
      text: z.string(),
      no_speech_prob: z.number().default(0),
      avg_logprob: z.number().nullable().default(0),
      words: z
        .array(z.object({ word: z.string(), start: z.number(), end: z.number(), probability: z.number() }))
        .default([]),
    }),
  ),
})
type Token = z.infer<typeof Output>['segments'][number]['words'][number]

/** What the model writes for sound that is not speech: "[BLANK_AUDIO]", "(music)", "*sighs*", "♪". */
const NOT_SPEECH = /^\s*(?:\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|[♪♫\s.…-]+)\s*$/u

/**
 * Joins the engine's tokens to words; times never run backwards nor beyond the end of the recording, where the engine's
 * estimates may lie. Throws `engine-failed` for anything unexpected.
 */
export function parseOutput(json: unknown): Heard {
  const output = Output.safeParse(json)
  if (!output.success) throw new AppError('engine-failed', { detail: 'unexpected output' })
  const endOfSound = Math.floor(1000 * output.data.duration)
  const words: Word[] = []
  const segmentStarts: number[] = []
  const doubts: SegmentDoubt[] = []
  for (const segment of output.data.segments) {
    if (NOT_SPEECH.test(segment.text)) continue
    const spoken = groupTokens(segment.words)
    if (spoken.length === 0) continue
    segmentStarts.push(words.length)
    doubts.push({ noSpeech: segment.no_speech_prob, logProbability: segment.avg_logprob ?? 0 })
    for (const tokens of spoken) words.push(toWord(tokens, words.at(-1)?.endMs ?? 0, endOfSound))
  }
  return { words, segmentStarts, doubts, language: output.data.language }
}

/** A token that begins with a space begins a word; the first of a segment does so in any case. */
function groupTokens(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)
    if (!last || /^\s/.test(token.word)) groups.push([token])
    else last.push(token)
  }
  return groups.filter((group) => /[\p{L}\p{N}%$€£]/u.test(textOf(group)))
}

function toWord(tokens: readonly Token[], notBeforeMs: number, notAfterMs: number): Word {
  const within = (seconds: number, from: number) => Math.min(notAfterMs, Math.max(from, Math.round(1000 * seconds)))
  const startMs = within(tokens[0]!.start, notBeforeMs)
  const endMs = within(tokens.at(-1)!.end, startMs)
  const mean = tokens.reduce((sum, token) => sum + token.probability, 0) / tokens.length
  return { text: textOf(tokens), startMs, endMs, probability: Math.min(1, Math.max(0, mean)) }
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => token.word)
    .join('')
    .trim()

/** The fraction in a line of whisper-server's progress output, null when the line has none. */
export function parseProgress(line: string): number | null {
  const match = /progress\s*=\s*(\d+)%/.exec(line)
  return match ? Math.min(1, Number(match[1]) / 100) : null
}

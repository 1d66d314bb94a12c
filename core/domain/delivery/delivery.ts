import { z } from 'zod'
import { Part } from '../story.ts'
import { WordSpan } from '../transcript.ts'

/** A silence in the recording. Milliseconds. */
export const Pause = z.object({ startMs: z.number(), endMs: z.number() })
export type Pause = z.infer<typeof Pause>

/** Words that were noticed, as said, and the moment they begin. */
export const Mention = z.object({ text: z.string(), span: WordSpan, startMs: z.number() })
export type Mention = z.infer<typeof Mention>

/** `hesitation`: "um"; `phrase`: "you know"; `repetition`: "the the"; `false-start`: "we wan- we needed". */
export const FillerKind = z.enum(['hesitation', 'phrase', 'repetition', 'false-start'])
export type FillerKind = z.infer<typeof FillerKind>

export const Filler = Mention.extend({ kind: FillerKind })
export type Filler = z.infer<typeof Filler>

/** Where a pace stands to the calm band of the settings. */
export const PaceVerdict = z.enum(['slow', 'calm', 'fast'])
export type PaceVerdict = z.infer<typeof PaceVerdict>

/** Pace around a moment, over a window of some seconds. */
export const PacePoint = z.object({ atMs: z.number(), wordsPerMinute: z.number() })
export type PacePoint = z.infer<typeof PacePoint>

/** `wordsPerMinute` includes pauses, `articulationRate` (words a minute) leaves them out; null below five words. */
export const Pace = z.object({
  wordsPerMinute: z.number().nullable(),
  articulationRate: z.number().nullable(),
  verdict: PaceVerdict.nullable(),
  curve: z.array(PacePoint),
})
export type Pace = z.infer<typeof Pace>

/**
 * Silences within the answer. `count` and `totalMs` are of all from 250 ms; `shown` holds those of a second and more,
 * of which the ones of two seconds and more are flagged by whoever shows them. `source`: measured on the audio, or
 * only read off the times of the words.
 */
export const Pauses = z.object({
  count: z.number().int(),
  totalMs: z.number(),
  shown: z.array(Pause),
  source: z.enum(['audio', 'words']),
})
export type Pauses = z.infer<typeof Pauses>

/** How often a speaker says "I" and "we" while telling one part, or (null) in all. */
export const Voice = z.object({ part: Part.nullable(), i: z.number().int(), we: z.number().int() })
export type Voice = z.infer<typeof Voice>

/**
 * Time spent on one part: `ms` of speech and its share (0-1) of all speech that belongs to a part; `usual` is the band
 * of shares that coaches recommend, null for parts without one.
 */
export const PartTime = z.object({
  part: Part,
  ms: z.number(),
  share: z.number(),
  usual: z.object({ min: z.number(), max: z.number() }).nullable(),
})
export type PartTime = z.infer<typeof PartTime>

/** What a well-built answer has; each is a gentle hint with the words that show it. */
export const Shape = z.enum(['hook', 'result-number', 'learning-last', 'action-longest', 'result-told', 'length'])
export type Shape = z.infer<typeof Shape>
export const ShapeFinding = z.object({ shape: Shape, met: z.boolean(), span: WordSpan.nullable() })
export type ShapeFinding = z.infer<typeof ShapeFinding>

/** What interviewers' rubrics look for, named by banks' own checklists. */
export const Trait = z.enum([
  'initiative',
  'collaboration',
  'data',
  'credit',
  'self-awareness',
  'impact',
  'leadership',
  'customer',
  'resilience',
  'communication',
])
export type Trait = z.infer<typeof Trait>
/** A trait and the words that show it, if any; `asked`: a checklist of the bank or section asks for it. */
export const TraitFinding = z.object({ trait: Trait, asked: z.boolean(), mentions: z.array(Mention) })
export type TraitFinding = z.infer<typeof TraitFinding>

/**
 * How an answer was delivered. Fillers are at least these: recognisers drop some. Where it is not `isEnglish`, no words
 * were looked for: neither fillers nor wording, voices, opening and traits.
 */
export const Delivery = z.object({
  durationMs: z.number(),
  wordCount: z.number().int(),
  isEnglish: z.boolean(),
  pace: Pace,
  pauses: Pauses,
  fillers: z.array(Filler),
  hedges: z.array(Mention),
  absolutes: z.array(Mention),
  passives: z.array(Mention),
  voices: z.array(Voice),
  partTimes: z.array(PartTime),
  shape: z.array(ShapeFinding),
  traits: z.array(TraitFinding),
})
export type Delivery = z.infer<typeof Delivery>

import type { WordSpan } from '../transcript.ts'
import type { Filler, FillerKind } from './delivery.ts'
import { findFalseStarts } from './false-starts.ts'
import {
  ACTUALLY_AFTER,
  BEFORE_NOUN_PHRASE,
  BEFORE_REAL_TAG,
  HESITATION,
  KIND_BEFORE,
  KNOWN_AFTER,
  KNOWN_BEFORE,
  OPENERS,
  SAYING,
  SUBJECTS,
} from './filler-words.ts'
import { isFillingLike } from './like.ts'
import { findRepeats } from './repeats.ts'
import { mentionOf, type Spoken, type SpokenWord } from './spoken.ts'

/** Abbreviations and units that are spelled like a hesitation: the ER, 5 mm. */
function isHesitation(word: SpokenWord, before: SpokenWord | undefined): boolean {
  if (!HESITATION.test(word.text) || /^(ER|MM|HM|UM|UH|AH|EH)\W*$/.test(word.raw)) return false
  return !(word.text === 'mm' && before !== undefined && /\d$/.test(before.text))
}

function isTag(words: readonly SpokenWord[], at: number): boolean {
  const word = words[at]!
  const before = words[at - 1]
  if (!/^(right|okay|ok|yeah)$/.test(word.text) || !before || before.ends) return false
  if (word.opens) return word.closes && !SAYING.has(before.text)
  return /\?["')]*$/.test(word.raw) && !BEFORE_REAL_TAG.has(before.text)
}

function isOpener(words: readonly SpokenWord[], at: number): boolean {
  const word = words[at]!
  const before = words[at - 1]
  if (!OPENERS.has(word.text) || !word.opens || !word.closes || word.ends) return false
  return !before || before.ends || !SAYING.has(before.text)
}

/** Whether "sort of" or "kind of" at a position softens what follows (a hedge), only fills, or names a kind (null). */
export function kindOfUse(words: readonly SpokenWord[], at: number): 'hedge' | 'filler' | null {
  const [word, of, after] = [words[at]!, words[at + 1], words[at + 2]]
  if (!/^(sort|kind)$/.test(word.text) || of?.text !== 'of' || word.closes) return null
  if (!word.opens && KIND_BEFORE.has(words[at - 1]?.text ?? '')) return null
  const isSetOff = of.closes || !after
  return isSetOff || BEFORE_NOUN_PHRASE.has(after.text) || HESITATION.test(after.text) ? 'filler' : 'hedge'
}

/** How many words from `at` on are one filling phrase; 0 when it is ordinary speech. */
function phraseLength(words: readonly SpokenWord[], at: number): number {
  const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]]
  const previous = word.opens ? '' : (before?.text ?? '')
  const following = after && !after.closes ? (words[at + 2]?.text ?? '') : ''
  switch (word.text) {
    case 'like':
      return isFillingLike(words, at) ? 1 : 0
    case 'basically':
      return 1
    case 'actually':
      return word.opens || word.closes || ACTUALLY_AFTER.has(previous) || SUBJECTS.has(after?.text ?? '') ? 1 : 0
    case 'literally':
      return (word.closes && !word.opens) || /^(translat|mean|speak|speech|word)/.test(after?.text ?? '') ? 0 : 1
    case 'you':
      if (after?.text !== 'know' || word.closes) return 0
      return (!word.opens && KNOWN_BEFORE.has(previous)) || (!after.closes && KNOWN_AFTER.has(following)) ? 0 : 2
    case 'i':
      if (after?.text !== 'mean' || word.closes) return 0
      return /^(what|how|that|thing|do|did|know|where)$/.test(previous) ||
        /^(that|it|to|business|well|everything|every|by|this|the|my|no)$/.test(following)
        ? 0
        : 2
    case 'sort':
    case 'kind':
      return kindOfUse(words, at) === 'filler' ? 2 : 0
    default:
      return isOpener(words, at) || isTag(words, at) ? 1 : 0
  }
}

/**
 * The fillers that were heard, in order and disjoint. At least these were said: recognisers drop some. For measure:
 * spontaneous speech holds about six disfluencies in 100 words (Fox Tree 1995; Bortfeld et al. 2001).
 */
export function findFillers(spoken: Spoken): Filler[] {
  const { words } = spoken
  const found: { kind: FillerKind; span: WordSpan }[] = []
  const taken = new Uint8Array(words.length)
  const add = (kind: FillerKind, from: number, to: number) => {
    if (taken.subarray(from, to).some((flag) => flag === 1)) return
    taken.fill(1, from, to)
    found.push({ kind, span: { from, to } })
  }
  for (const [at, word] of words.entries()) if (isHesitation(word, words[at - 1])) add('hesitation', at, at + 1)
  for (const { from, to } of findFalseStarts(words)) add('false-start', from, to)
  for (const { from, to } of findRepeats(words)) add('repetition', from, to)
  for (const at of words.keys()) {
    const length = phraseLength(words, at)
    if (length > 0) add('phrase', at, at + length)
  }
  return found
    .sort((a, b) => a.span.from - b.span.from)
    .map(({ kind, span }) => ({ ...mentionOf(spoken, span.from, span.to), kind }))
}

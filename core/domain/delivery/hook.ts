import type { Token } from '../coverage/token.ts'
import type { WordSpan } from '../transcript.ts'
import { wordSet } from '../word-set.ts'
import { figureSpan, isFigure } from './figures.ts'
import type { Spoken, SpokenWord } from './spoken.ts'

/** Words of trouble, in any trade: a listener wants to know how it ended. */
const TROUBLE = wordSet(`
  problem problems broke broken failed failing failure refused complained complaint complaints deadline angry furious
  upset risk risks conflict disagreed disagreement argument argued crisis emergency fire flood flooded lost losing stuck
  wrong late delayed missed missing accident injured hurt collapsed crashed threatened quit resigned shortage
  understaffed struggling struggled struggle bleeding dying died cancelled canceled rejected mistake mistakes leak leaking
  outage bug vulnerability incident urgent urgently overdue bankrupt scared crying cried screaming shouting
  stolen theft fraud dropped falling bottleneck overwhelmed chaos mess impossible danger dangerous unsafe
  annoyed frustrated worst disaster trouble challenge challenging`)

/** A sentence of these alone says nothing yet. */
const EMPTY = wordSet(`
  so um uh er erm well okay ok right yeah yes alright sure great thanks thank you hmm oh ah now let me think see good
  question that's a i of course the for`)

/** A name after these says where, which is set-up. */
const PLACES = wordSet('at for with in from joined near to of on called named since during through')

/** Capital letters that name nothing a listener holds on to. */
const PLAIN_CAPITALS = wordSet(`
  i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december english christmas ok okay um uh so well mr mrs ms dr`)

/** A first sentence without full stop is this long at most. */
const LONGEST_WORDS = 30

/** The first sentence that is more than "Okay, so, um": positions among the spoken words; null when nothing was said. */
function firstSentence(words: readonly SpokenWord[]): WordSpan | null {
  let from = 0
  while (from < words.length) {
    const end = words.findIndex((word, at) => at >= from && word.ends)
    const to = Math.min(end < 0 ? words.length : end + 1, from + LONGEST_WORDS)
    if (to - from > 3 || words.slice(from, to).some((word) => !EMPTY.has(word.text))) return { from, to }
    from = to
  }
  return words.length > 0 ? { from: 0, to: Math.min(words.length, LONGEST_WORDS) } : null
}

/** "Three years ago" and "one day" say when, which is set-up. */
const isWhen = (tokens: readonly Token[], at: number) =>
  tokens[at]!.quantity?.dimension === 'time' &&
  (tokens[at]!.quantity.raw === 1 || tokens.slice(at, at + 4).some(({ text }) => /^(ago|old|back)$/.test(text)))

const isName = (word: SpokenWord, before: SpokenWord | undefined) =>
  before !== undefined &&
  !before.ends &&
  /^\p{Lu}\p{Ll}/u.test(word.raw) &&
  !PLAIN_CAPITALS.has(word.text) &&
  !PLACES.has(before.text) &&
  !/^\p{Lu}\p{L}/u.test(before.raw)

/**
 * The words that make the opening concrete (a number, a name, trouble, or the story's result), else the opening itself.
 * Listeners keep what comes first (primacy, Asch 1946), and coaches ask for a headline first.
 */
export function findHook(
  { words }: Spoken,
  tokens: readonly Token[],
  results: readonly WordSpan[],
): { met: boolean; span: WordSpan } | null {
  const sentence = firstSentence(words)
  if (!sentence) return null
  const opening = { from: words[sentence.from]!.at, to: words[sentence.to - 1]!.at + 1 }
  const number = tokens.findIndex((token, at) => token.to <= opening.to && isFigure(token) && !isWhen(tokens, at))
  if (number >= 0) return { met: true, span: figureSpan(tokens, number) }
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = words[at]!
    if (TROUBLE.has(word.text) || isName(word, words[at - 1]))
      return { met: true, span: { from: word.at, to: word.at + 1 } }
  }
  const result = results.find(({ from }) => from < opening.to)
  return result ? { met: true, span: result } : { met: false, span: opening }
}

import type { Hedge } from './token.ts'

/** Words right before a number that make it rough, and how. */
const BEFORE: readonly (readonly [Hedge, RegExp])[] = [
  [
    'over',
    /\b(over|above|beyond|(more|greater|longer|bigger|better) than|at least|upwards of|in excess of|north of|past)$/,
  ],
  [
    'under',
    /\b(under|below|almost|nearly|not quite|close to|close on|up to|at most|nothing like|(less|fewer|shorter|lower) than|getting on for)$/,
  ],
  [
    'about',
    /\b(about|around|roughly|approximately|circa|some|maybe|perhaps|probably|something like|near|say|i think|in the region of|or so|of the order of)$/,
  ],
]
const BETWEEN = /( (just|only|well|very|like|a|an|the|that|it was|was|is))+$/
const AFTER = /^(or so|ish|odd|or thereabouts|give or take|more or less|roughly|or something)\b/
const OVER_AFTER = /^(plus|or more|and more|and counting)\b/

const WORDS_BEFORE = 5
const WORDS_AFTER = 3

/** How the number from piece `at` to before `end` was made rough; null when it was said plainly. */
export function hedgeOf(pieces: readonly string[], at: number, end: number): Hedge | null {
  const before = ` ${pieces.slice(Math.max(0, at - WORDS_BEFORE), at).join(' ')}`
  const bare = before.replace(BETWEEN, '')
  const found = BEFORE.find(([, words]) => words.test(before) || words.test(bare))
  if (found) return found[0]
  const after = pieces.slice(end, end + WORDS_AFTER).join(' ')
  if (OVER_AFTER.test(after)) return 'over'
  return AFTER.test(after) ? 'about' : null
}

import { stemmer } from 'stemmer'

// Words that also mean something else in half of their uses ("up", "left", "after", "light") are left out.
const PAIRS: readonly (readonly [string, string])[] = [
  [
    'increase rise rose risen raise grow grew grown climb gain jump higher upward expand',
    'decrease reduce reduction drop fall fell fallen cut lower shrink shrank decline lessen downward fewer halve',
  ],
  ['fast faster quick quicker quickly speed accelerate', 'slow slower slowly'],
  ['early earlier ahead sooner', 'late later delay delayed behind'],
  [
    'happy glad pleased satisfied content delighted',
    'annoyed angry upset unhappy frustrated furious disappointed irritated',
  ],
  [
    'add implement introduce build create install adopt include included begin began open opened launch',
    'remove delete abandon abolish exclude excluded cancel cancelled stop scrap close closed',
  ],
  ['succeed success pass win won', 'fail failure lose lost broke break'],
  ['improve better best', 'worsen worse worst deteriorate'],
  ['accept agree approve endorse support allow sign', 'refuse reject decline oppose disagree forbid deny'],
  ['easy simple', 'hard difficult complicated complex'],
  ['automatic automated automatically', 'manual manually hand'],
  [
    'change replace swap switch rise rose fall fell drop reduce improve increase grow grew halve',
    'keep kept remain remained stay stayed unchanged same constant',
  ],
  ['junior young younger newcomer', 'senior older'],
  ['needed useful valued', 'useless unneeded unwanted'],
  ['safe', 'dangerous unsafe'],
  ['strong', 'weak'],
  ['full', 'empty'],
  ['won', 'lost'],
  ['arrive arrived', 'leave departed'],
  ['together', 'alone separately apart'],
  ['always', 'never'],
]

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemmer))

/** Lists of stems and of those that mean the opposite, each pair both ways round. */
export const ANTONYMS: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = PAIRS.flatMap(
  ([left, right]) => [[stems(left), stems(right)] as const, [stems(right), stems(left)] as const],
)

const index = (words: string, from: number, step: number): [string, number][] =>
  words.split(' ').map((word, i) => [word, from + i * step])

/** Numbers below twenty. */
export const SMALL = new Map([
  ...index(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
    0,
    1,
  ),
  ...index('seventeen eighteen nineteen', 17, 1),
])
/** Twenty to ninety. */
export const TENS = new Map(index('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10))
/** First to ninth. */
export const ORDINALS = new Map(index('first second third fourth fifth sixth seventh eighth ninth', 1, 1))
/** What multiplies the number before it. */
export const SCALES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['grand', 1e3],
  ['dozen', 12],
  ['dozens', 12],
])
/** The share each names. */
export const FRACTIONS = new Map(
  Object.entries({ half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }).flatMap(([word, parts]) => [
    [word, 1 / parts] as const,
    [word === 'half' ? 'halves' : `${word}s`, 1 / parts] as const,
  ]),
)

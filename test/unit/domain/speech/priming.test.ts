import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { primingPrompt, primingWords } from '#domain/speech/priming'

/** About as many tokens as Whisper needs for names. */
const countTokens = (text: string) => Math.ceil(text.length / 3)
const options = { countTokens, budget: 100 }

const STORY = [
  'The GTIN lookup at Ebury',
  'The lookup of every GTIN code ran in one CompletableFuture, and EUS2 was full.',
  'I moved it to Node.js workers and asked Priya at New Relic for traces.',
  "Priya's team helped on Monday, and order_service took 10x less time by Q3.",
  'It was NOT easy. Idempotency keys saved us; p99 fell to 80ms.',
]

describe('the words of a story', () => {
  test('are names, abbreviations, code and jargon', () => {
    expect(primingWords(STORY, options)).toEqual([
      'EUS2',
      'p99',
      'CompletableFuture',
      'Node.js',
      'order_service',
      'GTIN',
      'Priya',
      'Ebury',
      'New Relic',
      'Idempotency',
    ])
  })

  test.each([
    ['ordinary words', 'We decided to organise a meeting with every customer about the delivery.'],
    ['numbers with units', 'It took 90s instead of 15m, 30GB, 5k requests and 2nd place.'],
    ['days and months', 'We met on Monday and again in March.'],
    ['first words', 'Rented a stall. Sold it.'],
    ['headings', 'Leading Through The Difficult Change'],
    ['emphasis', 'We were NEVER told, and we never asked.'],
    ['shouting', 'TEAM SCALING AND HIRING'],
  ])('are not %s', (_, text) => {
    expect(primingWords([text], options)).toEqual([])
  })

  test('come rarest first: what other stories have too comes last', () => {
    const others = ['EUS2 was busy and Priya was away.', 'We moved EUS2.']
    const words = primingWords(STORY, { ...options, others })
    expect(words.indexOf('p99')).toBeLessThan(words.indexOf('Priya'))
    expect(words.indexOf('Priya')).toBeLessThan(words.indexOf('EUS2'))
    expect(words.at(-1)).toBe('Idempotency')
  })

  test('stay within the budget, and a shorter one takes the place of one that does not fit', () => {
    expect(primingWords(STORY, { countTokens, budget: 4 })).toEqual(['EUS2', 'p99'])
    expect(primingWords(['We used CompletableFuture with GTIN codes.'], { countTokens, budget: 2 })).toEqual(['GTIN'])
    expect(primingWords(STORY, { countTokens, budget: 0 })).toEqual([])
  })

  test('of any texts fit and stand in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(60), (texts, budget) => {
        const words = primingWords(texts, { countTokens, budget })
        expect(countTokens(words.length > 0 ? `${words.join(', ')}.` : '')).toBeLessThanOrEqual(budget)
        expect(words.every((word) => texts.some((text) => text.includes(word)))).toBe(true)
      }),
    )
  })
})

describe('the prompt', () => {
  const names = ['EUS2', 'GTIN']
  const parts = { names, hesitant: 'Um, uh.', before: 'At first nobody knew.', countTokens }

  test('is names, hesitant words and the end of the text before', () => {
    expect(primingPrompt(parts)).toBe('EUS2, GTIN. Um, uh. At first nobody knew.')
  })

  test.each([
    ['only names', { ...parts, hesitant: null, before: '' }, 'EUS2, GTIN.'],
    ['only hesitant words', { ...parts, names: [], before: '' }, 'Um, uh.'],
    ['nothing', { ...parts, names: [], hesitant: null, before: ' ' }, null],
  ])('may have %s', (_, some, expected) => {
    expect(primingPrompt(some)).toBe(expected)
  })

  test.each([
    [14, 'EUS2, GTIN. Um, uh. At first nobody knew.'],
    [11, 'EUS2, GTIN. Um, uh. nobody knew.'],
    [7, 'EUS2, GTIN. Um, uh.'],
    [5, 'EUS2. Um, uh.'],
    [3, 'Um, uh.'],
    [1, null],
  ])('of %i tokens leaves out the start of the text before, then names', (budget, expected) => {
    expect(primingPrompt({ ...parts, budget })).toBe(expected)
  })

  test('takes no more than the last forty words', () => {
    const before = Array.from({ length: 100 }, (_, i) => `w${i}`).join(' ')
    expect(primingPrompt({ names: [], hesitant: null, before, countTokens })?.split(' ')).toHaveLength(40)
  })

  test('never exceeds its budget', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.string(), fc.nat(40), (names, before, budget) => {
        expect(countTokens(primingPrompt({ ...parts, names, before, budget }) ?? '')).toBeLessThanOrEqual(budget)
      }),
    )
  })
})

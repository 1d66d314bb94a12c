import { describe, expect, it } from 'vitest'
import { excerptOf } from '#domain/search/excerpt'
import { isFoundIn, searchTerms, tokensOf } from '#domain/search/terms'

describe('search terms', () => {
  it.each([
    ['night  ledger', ['night', 'ledger']],
    ['Bäckerei, CAFÉ!', ['Bäckerei', 'CAFÉ']],
    ["don't", ['don', 't']],
    ['night NIGHT', ['NIGHT']],
    ['cafe café', ['café']],
    ['a', []],
    ['', []],
    ['❤️ 🚀 — *', []],
    ['"(*) OR NEAR(a b)', ['OR', 'NEAR', 'a', 'b']],
    ['火', ['火']],
    ['말', ['말']],
    ['de\u0301ja\u0300', ['déjà']],
    ['デ\u30fcタ', ['デ\u30fcタ']],
  ])('%s', (query, terms) => expect(searchTerms(query)).toEqual(terms))

  it('looks at the beginnings of words, and anywhere where words have no spaces', () => {
    expect(isFoundIn('“Pipelines”', 'pipe')).toBe(true)
    expect(isFoundIn('pipelines', 'line')).toBe(false)
    expect(isFoundIn('我们节省了时间', '节省')).toBe(true)
    expect(isFoundIn('한국어', '한국')).toBe(true)
    expect(isFoundIn('Cafés', 'CAFE')).toBe(true)
    expect(isFoundIn('हिन्दी', 'हिन्')).toBe(true)
  })

  it('never takes more than a dozen', () =>
    expect(searchTerms(Array.from({ length: 40 }, (_, nth) => `word${nth}`).join(' '))).toHaveLength(12))

  it('cuts texts as the index does', () =>
    expect(tokensOf('We cut 30 %, “really”.')).toEqual(['we', 'cut', '30', 'really']))
})

describe('an excerpt', () => {
  const words =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'
      .split(' ')
      .flatMap((word) => [word, 'and'])

  it('stands around the place with most of the terms', () => {
    const excerpt = excerptOf([...words, 'three', 'fifteen'], ['three', 'fifteen'])!
    expect(excerpt.at).toBe(words.length)
    expect(excerpt.pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
      'fifteen',
      'three',
      'fifteen',
    ])
  })

  it('begins where all of it stands together, not at a small word before', () => {
    const said = 'nobody owned the pipeline and I was asked to reduce the build'.split(' ')
    expect(excerptOf(said, ['reduce', 'the', 'build'])!.at).toBe(said.indexOf('reduce'))
  })

  it('says what was left out, and keeps every word between', () => {
    const { pieces } = excerptOf(words, ['ten'])!
    const text = pieces.map((piece) => piece.text).join('')
    expect(text.startsWith('… ')).toBe(true)
    expect(text.endsWith(' …')).toBe(true)
    expect(words.join(' ')).toContain(text.slice(2, -2))
  })

  it('is the whole of a short text', () =>
    expect(excerptOf(['We', 'cut', 'waste'], ['cut'])).toEqual({
      pieces: [
        { text: 'We ', isMatch: false },
        { text: 'cut', isMatch: true },
        { text: ' waste', isMatch: false },
      ],
      at: 1,
    }))

  it('is nothing where no term stands', () => expect(excerptOf(words, ['missing'])).toBeNull())
})

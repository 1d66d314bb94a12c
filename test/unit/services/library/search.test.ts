import { beforeEach, describe, expect, it } from 'vitest'
import { createSearch, type Search } from '../../../../electron/services/library/search.ts'
import type { FoundSpeech, FoundText } from '../../../../electron/services/ports/search.ts'
import { memoryTranscripts, transcriptOf } from '../fakes.ts'

let written: FoundText[]
let spoken: FoundSpeech[]
let asked: string[][]
let transcripts: ReturnType<typeof memoryTranscripts>
let search: Search

const text = (body: string, over: Partial<FoundText> = {}): FoundText => ({
  kind: 'point',
  ref: 'p1',
  body,
  bankId: 'b',
  bankTitle: 'Bank',
  sectionId: null,
  storyId: 's',
  storyTitle: 'The night shift',
  attemptId: null,
  startedAt: null,
  part: 'action',
  ...over,
})
function said(attemptId: string, heard: string, corrected: string | null = null): void {
  const place = { startedAt: 5, storyId: 's', storyTitle: 'The night shift', sectionId: null, bankId: 'b' }
  spoken.push({ attemptId, ...place })
  transcripts.store.save(attemptId, { heard: transcriptOf(heard), corrected: null, modelName: 'micro' }, 1)
  if (corrected !== null) transcripts.store.setCorrected(attemptId, transcriptOf(corrected))
}
const marked = (hit: { excerpt: readonly { text: string; isMatch: boolean }[] } | undefined) =>
  hit?.excerpt.filter(({ isMatch }) => isMatch).map((piece) => piece.text)

beforeEach(() => {
  written = []
  spoken = []
  asked = []
  transcripts = memoryTranscripts()
  search = createSearch({
    store: {
      written(terms, limit) {
        asked.push([...terms])
        return written.slice(0, limit)
      },
      spoken: (_terms, limit) => spoken.slice(0, limit),
    },
    transcripts: transcripts.store,
  })
})

describe('search', () => {
  it.each(['', ' ', 'a', '"*"', '🚀'])('asks nothing for “%s”', (query) => {
    written = [text('a')]
    expect(search.find(query)).toEqual({ hits: [], hasMore: false })
    expect(asked).toEqual([])
  })

  it('shows what is written under its story, or its bank, with the words marked', () => {
    written = [
      text('We saved the Café'),
      text('My bank of savings', { kind: 'bank', ref: 'b', storyId: null, storyTitle: null, part: null }),
    ]
    const { hits } = search.find('SAV')
    expect(hits.map(({ kind, title, startMs }) => [kind, title, startMs])).toEqual([
      ['point', 'The night shift', null],
      ['bank', 'Bank', null],
    ])
    expect([marked(hits[0]), marked(hits[1])]).toEqual([['saved'], ['savings']])
    expect(marked(search.find('cafe').hits[0])).toEqual(['Café'])
  })

  it('leads to the moment of what was said, as it was corrected', () => {
    said('a', 'we saved the bakery')
    said('b', 'we saved the factory', 'we saved the bakery')
    said('c', 'the bakery', 'the factory')
    const { hits } = search.find('bakery')
    expect(hits.map(({ id, kind, startMs }) => [id, kind, startMs])).toEqual([
      ['a', 'transcript', 3000],
      ['b', 'transcript', 3000],
    ])
  })

  it('says when there is more than it shows', () => {
    written = Array.from({ length: 30 }, (_, nth) => text('saved', { ref: `p${nth}` }))
    expect(search.find('saved')).toMatchObject({ hits: { length: 30 }, hasMore: false })
    written.push(text('saved', { ref: 'last' }))
    expect(search.find('saved')).toMatchObject({ hits: { length: 30 }, hasMore: true })
  })
})

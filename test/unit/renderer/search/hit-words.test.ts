import { describe, expect, it } from 'vitest'
import type { SearchHit } from '#contract/search'
import { excerptText, hitKey, hitPath, placeWords } from '../../../../renderer/features/search/hit-words.ts'

const NOW = new Date(2026, 10, 21, 12).getTime()
const hit = (over: Partial<SearchHit>): SearchHit => ({
  kind: 'point',
  id: 'x',
  bankId: 'b',
  sectionId: null,
  storyId: null,
  attemptId: null,
  title: 'The night shift',
  part: null,
  startedAt: null,
  startMs: null,
  excerpt: [
    { text: 'we ', isMatch: false },
    { text: 'saved', isMatch: true },
  ],
  ...over,
})
const said = { kind: 'transcript', attemptId: 'a', storyId: 's', startedAt: NOW - 86_400_000 } as const

describe('a hit', () => {
  it.each<[string, Partial<SearchHit>, string, string]>([
    ['a bank', { kind: 'bank' }, 'Bank', '/library?bank=b'],
    ['a section', { kind: 'section', sectionId: 'c' }, 'Section · The night shift', '/library?bank=b&section=c'],
    ['a question', { kind: 'question', sectionId: 'c' }, 'Question · The night shift', '/library?bank=b&section=c'],
    ['a point', { storyId: 's', sectionId: 'c' }, 'Point · The night shift', '/stories/s'],
    ['a note of a story', { kind: 'story-note', storyId: 's' }, 'Note of a story · The night shift', '/stories/s'],
    [
      'a note of an attempt',
      { ...said, kind: 'attempt-note' },
      'Note of an attempt · The night shift, yesterday',
      '/attempts/a',
    ],
    [
      'something said',
      { ...said, startMs: 42_400.4 },
      'Said in The night shift, yesterday, 0:42',
      '/attempts/a?at=42400',
    ],
    ['the first word', { ...said, startMs: 0 }, 'Said in The night shift, yesterday, 0:00', '/attempts/a?at=0'],
  ])('that is %s says where it stands and leads there', (_what, over, words, path) => {
    expect(placeWords(hit(over), NOW)).toBe(words)
    expect(hitPath(hit(over))).toBe(path)
  })

  it('is told from others of the same id, and is a text', () => {
    expect(hitKey(hit({ kind: 'story' }))).not.toBe(hitKey(hit({ kind: 'story-note' })))
    expect(excerptText(hit({}))).toBe('we saved')
  })
})

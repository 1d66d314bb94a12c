import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords } from '#domain/compare/words'

/** The difference as text: [-gone-], {+come+}. */
function shown(before: string, after: string): string {
  const [a, b] = [before.split(' '), after.split(' ')]
  const text = (words: string[], { from, to }: { from: number; to: number }) => words.slice(from, to).join(' ')
  return compareWords(a, b)
    .map((run) => {
      if (run.kind === 'same') return text(b, run.after)
      return run.kind === 'added' ? `{+${text(b, run.after)}+}` : `[-${text(a, run.before)}-]`
    })
    .join(' ')
}

describe('words of two answers', () => {
  it.each([
    ['we moved to the cloud', 'we moved to the cloud', 'we moved to the cloud'],
    ['It took us 30 minutes.', 'it took us 20 minutes', 'it took us [-30-] {+20+} minutes'],
    ['so we cut the build to ten minutes', 'we cut the build', '[-so-] we cut the build [-to ten minutes-]'],
    // What is not said is no difference; what is, is one.
    ['we don’t know the café', "We don't know the cafe\u0301.", "We don't know the cafe\u0301."],
    ['it was 3.5 or 1,000 of them', 'it was 35 or 1000 of them', 'it was [-3.5-] {+35+} or 1000 of them'],
    ['यह कि है', 'यह की है', 'यह [-कि-] {+की+} है'],
    // One word in common does not chop a rewritten sentence up.
    [
      'nobody ever owned the slow build',
      'each team had the same complaint',
      '[-nobody ever owned the slow build-] {+each team had the same complaint+}',
    ],
  ])('“%s” to “%s”', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('cover both from beginning to end, and swap when the answers do', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'Dog.', 'dog'), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = compareWords(before, after)
        let [atBefore, atAfter] = [0, 0]
        for (const run of runs) {
          if (run.kind !== 'added') {
            expect(run.before.from).toBe(atBefore)
            atBefore = run.before.to
          }
          if (run.kind !== 'removed') {
            expect(run.after.from).toBe(atAfter)
            atAfter = run.after.to
          }
        }
        expect([atBefore, atAfter]).toEqual([before.length, after.length])
      }),
    )
  })

  it('go from landmark to landmark when they are too different to be searched as a whole', () => {
    const told = (letter: string) =>
      Array.from({ length: 20 }, (_, chapter) => [
        ...Array.from({ length: 60 }, (_, i) => `${letter}${chapter}-${i}`),
        `chapter${chapter}`,
        ...Array.from({ length: 70 }, (_, i) => `again${i}`),
      ]).flat()
    const runs = compareWords(told('a'), told('b'))
    expect(runs.map(({ kind }) => kind)).toEqual(Array(20).fill(['removed', 'added', 'same']).flat())
  })

  it('have nothing in common to be searched for when they are long and different', () => {
    const before = Array.from({ length: 3000 }, (_, i) => `a${i}`)
    const after = Array.from({ length: 3000 }, (_, i) => `b${i}`)
    expect(compareWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

import { parse } from '@plussub/srt-vtt-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cuesOf, MAX_LINE_CHARS, MIN_CUE_MS } from '#domain/export/cues'
import { paragraphsOf } from '#domain/export/paragraphs'
import { toSrt, toVtt } from '#domain/export/subtitles'
import type { Word } from '#domain/transcript'

const word = (text: string, startMs: number, endMs = startMs + 300): Word => ({ text, startMs, endMs, probability: 1 })
/** Words in order with arbitrary lengths and pauses; some share their times, as engines' words do. */
const words: fc.Arbitrary<Word[]> = fc
  .array(
    fc.record({
      text: fc.constantFrom('I', 'measured', 'it.', 'Then', 'we', 'a<b', '-->', 'R&D', 'x'.repeat(60), 'really?', '—'),
      gapMs: fc.constantFrom(0, 0, 20, 80, 400, 900, 4000),
      lengthMs: fc.constantFrom(0, 40, 200, 700),
    }),
    { maxLength: 60 },
  )
  .map((all) => {
    let at = 0
    return all.map(({ text, gapMs, lengthMs }) => {
      const startMs = at + gapMs
      at = startMs + lengthMs
      return word(text, startMs, at)
    })
  })

describe('cues', () => {
  it('hold every word in order, in at most two lines, long enough and never over one another', () =>
    fc.assert(
      fc.property(words, (said) => {
        const cues = cuesOf(said)
        expect(cues.flatMap(({ lines }) => lines).join(' ')).toBe(said.map(({ text }) => text).join(' '))
        for (const [at, { startMs, endMs, lines }] of cues.entries()) {
          expect(endMs - startMs).toBeGreaterThanOrEqual(MIN_CUE_MS)
          expect(startMs).toBeGreaterThanOrEqual(cues[at - 1]?.endMs ?? 0)
          expect([1, 2]).toContain(lines.length)
          for (const line of lines) expect(line.length <= MAX_LINE_CHARS || !line.includes(' ')).toBe(true)
        }
      }),
    ))

  it('are cut at the ends of sentences and at pauses', () => {
    const said = [
      word('We', 0),
      word('measured', 400),
      word('it.', 900),
      word('Then', 1300),
      word('I', 1700),
      word('waited', 2100),
      word('long', 5000),
    ]
    expect(cuesOf(said)).toEqual([
      { startMs: 0, endMs: 1200, lines: ['We measured it.'] },
      { startMs: 1300, endMs: 2400, lines: ['Then I waited'] },
      { startMs: 5000, endMs: 5833, lines: ['long'] },
    ])
  })

  it('break long text into two lines of about the same length', () => {
    const said = 'the pipeline took ninety minutes and nobody owned it at all'
      .split(' ')
      .map((text, at) => word(text, at * 100, at * 100 + 90))
    expect(cuesOf(said)[0]!.lines).toEqual(['the pipeline took ninety minutes', 'and nobody owned it at all'])
  })
})

describe('files of subtitles', () => {
  it('are read back by another reader', () =>
    fc.assert(
      fc.property(words, (said) => {
        const cues = cuesOf(said)
        const times = cues.map(({ startMs, endMs }) => [startMs, endMs])
        for (const text of cues.length > 0 ? [toSrt(said), toVtt(said)] : []) {
          const { entries } = parse(text)
          expect(entries.map(({ from, to }) => [from, to])).toEqual(times)
        }
        const srt = cues.length > 0 ? parse(toSrt(said)).entries : []
        expect(srt.map(({ text }) => text)).toEqual(cues.map(({ lines }) => lines.join('\n').replaceAll('-->', '→')))
      }),
    ))

  it('write hours, and escape what WebVTT would read as its own', () => {
    const said = [word('a<b', 3_723_045, 3_724_000), word('R&D', 3_724_100, 3_725_000)]
    expect(toSrt(said)).toBe('1\n01:02:03,045 --> 01:02:05,000\na<b R&D\n')
    expect(toVtt(said)).toBe('WEBVTT\n\n01:02:03.045 --> 01:02:05.000\na&lt;b R&amp;D\n')
  })
})

describe('paragraphs', () => {
  it('hold every word once, in order', () =>
    fc.assert(
      fc.property(words, (said) => {
        expect(paragraphsOf(said).flat()).toEqual(said)
      }),
    ))

  it('end where a sentence ends and a pause follows', () => {
    const said = [word('One.', 0), word('Two.', 500), word('Three', 2500), word('four', 6000)]
    expect(paragraphsOf(said).map((each) => each.map(({ text }) => text).join(' '))).toEqual([
      'One. Two.',
      'Three four',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { commandLineArguments, readTimings } from '../../../bench/frame/command-line.ts'
import {
  asPercent,
  asRatio,
  inMb,
  inMs,
  inSeconds,
  median,
  pairedRatio,
  quantile,
} from '../../../bench/frame/figures.ts'
import { inTurns } from '../../../bench/frame/measure.ts'
import { asMarkdown, asText } from '../../../bench/frame/table.ts'

describe('figures', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (figures, middle) => expect(median(figures)).toBe(middle))

  it('names the figure that a share does not exceed', () => {
    const figures = Array.from({ length: 20 }, (_, i) => 20 - i)
    expect([quantile(figures, 0.95), quantile(figures, 0.5), quantile(figures, 1)]).toEqual([19, 10, 20])
  })

  it('compares what was measured together: one busy round changes nothing', () => {
    expect(pairedRatio([10, 100, 10], [20, 200, 20])).toBe(0.5)
  })

  it('are shown with their units', () => {
    expect([inMs(9.96), inMs(123.4), inSeconds(1234), inMb(3 * 1024 ** 2), asRatio(1.049), asPercent(0.052)]).toEqual([
      '10.0 ms',
      '123 ms',
      '1.23 s',
      '3 MB',
      '1.05 x',
      '5.2 %',
    ])
  })
})

it('takes turns, and begins each round with another', async () => {
  const order: string[] = []
  const contestant = (name: string, figure: number) => async () => {
    order.push(name)
    return figure
  }
  const figures = await inTurns(3, { a: contestant('a', 1), b: contestant('b', 2) })
  expect(figures).toEqual({ a: [1, 1, 1], b: [2, 2, 2] })
  expect(order.join('')).toBe('abbaab')
})

describe('a table', () => {
  const table = { title: 'Times', columns: ['', 'ours'], rows: [['short | long', '1 ms']], notes: ['quiet'] }

  it('is aligned for the terminal', () => {
    expect(asText(table)).toBe(['Times', '                ours', '  short | long  1 ms', '  - quiet'].join('\n'))
  })

  it('is Markdown for the documentation', () => {
    expect(asMarkdown(table)).toBe('### Times\n\n|  | ours |\n|---|---:|\n| short \\| long | 1 ms |\n\n- quiet')
  })

  it('without rows says why', () => {
    const empty = { ...table, rows: [] }
    expect([asText(empty), asMarkdown(empty)]).toEqual(['Times\n  - quiet', '### Times\n\n- quiet'])
  })
})

describe('the command line of whisper.cpp', () => {
  it('is asked as the app asks its engine', () => {
    const options = { threads: 2, audioContext: 300 }
    expect(commandLineArguments('m.bin', ['a.wav', 'b.wav'], options).join(' ')).toBe(
      '-m m.bin -f a.wav -f b.wav -t 2 -l en -mc 0 -bs 1 -bo 1 -nf -ml 100000 -ac 300',
    )
  })

  it('says how long it took', () => {
    const printed = `
whisper_print_timings:     load time =    50.12 ms
whisper_print_timings:   encode time =   402.39 ms /     1 runs (   402.39 ms per run)
whisper_print_timings:   decode time =   257.45 ms /   135 runs (     1.91 ms per run)
whisper_print_timings:    total time =   849.89 ms`
    expect(readTimings(printed)).toEqual({ totalMs: 849.89, loadMs: 50.12, encodeMs: 402.39, decodeMs: 257.45 })
    expect(() => readTimings('error: no such file')).toThrow(/total/)
  })
})

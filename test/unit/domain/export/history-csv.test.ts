import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { datedFileName, fileNameOf } from '#domain/export/file-name'
import { type HistoryRow, toHistoryCsv } from '#domain/export/history-csv'

const row = (patch: Partial<HistoryRow> = {}): HistoryRow => ({
  startedAt: Date.UTC(2026, 10, 21, 20, 21),
  bank: 'Bank',
  section: null,
  story: 'Story',
  question: null,
  cueLevel: 'keywords',
  focusPoints: null,
  durationMs: 94_310,
  score: { covered: 9, partial: 2, missed: 1, total: 12, wrongFacts: 1 },
  wordsPerMinute: 141.7,
  fillersPerMinute: 3.25,
  note: '',
  favourite: true,
  ...patch,
})
const read = (rows: HistoryRow[]) =>
  Papa.parse<Record<string, string>>(toHistoryCsv(rows), { header: true, skipEmptyLines: true })

describe('the history as CSV', () => {
  it('is read back with every figure', () => {
    const { data, errors } = read([row(), row({ score: null, wordsPerMinute: null, fillersPerMinute: null })])
    expect(errors).toEqual([])
    expect(data[0]).toMatchObject({
      date: '2026-11-21T20:21:00.000Z',
      'cue level': 'keywords',
      'duration (s)': '94.3',
      points: '12',
      covered: '9',
      'wrong facts': '1',
      'words a minute': '142',
      'fillers a minute': '3.3',
      favourite: 'yes',
    })
    expect(data[1]).toMatchObject({ points: '', 'words a minute': '', 'fillers a minute': '' })
  })

  it('begins so that Excel reads it as UTF-8', () => expect(toHistoryCsv([]).startsWith('\ufeffdate,bank,')).toBe(true))

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\0=1',
    '\u200b=1',
    '＝1',
    "=cmd|' /C calc'!A0",
  ])('never lets %j begin a cell', (note) => expect(read([row({ note })]).data[0]!.note).toBe(`'${note}`))

  it('gives every text back, whatever signs are in it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (note, story) => {
        const { data } = read([row({ note, story })])
        const unguarded = (cell: string) => cell.replace(/^'(?=[\s\p{C}]*[=+\-@\t\r\n＝＋－＠])/u, '')
        expect(data).toHaveLength(1)
        expect([unguarded(data[0]!.note!), unguarded(data[0]!.story!)]).toEqual([note, story].map(unguarded))
      }),
    ))
})

describe('file names', () => {
  it.each([
    ['How I cut the build time: 90 → 36', 'How I cut the build time 90 → 36'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON', 'Story CON'],
    ['...', 'Story'],
    ['', 'Story'],
    ['a'.repeat(90), 'a'.repeat(60)],
    [`${'word '.repeat(11)}and longer`, `${'word '.repeat(11)}and`],
    [`${'word '.repeat(11)}longer`, 'word '.repeat(11).trim()],
    ['tab\tand\nline', 'tab and line'],
  ])('%j is saved as %s', (title, name) => expect(fileNameOf(title, 'Story')).toBe(name))
  it('carry the minute they are about', () =>
    expect(datedFileName('The pump', Date.UTC(2026, 10, 21, 20, 21), 'UTC', 'pdf')).toBe(
      'The pump 2026-11-21 20.21.pdf',
    ))
})

import { expect, it } from 'vitest'
import { readBank } from '#domain/bank/read'

const CANONICAL = '---\nstarbeat: 1\n---\n# T\n\n### S\n\n#### Action\n\n- first'
const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: v`).join(', ')
const reopened = Array.from({ length: 3000 }, (_, i) => `<div><b id=${i}>x</div>`).join('')
const deeper = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- step`).join('\n')
const spaces = ' '.repeat(50_000)
const story = (words: string) => `## Story 1: lamp\n\n**Situation:** It was late\n\n**Action:** first ${words} last`

// What must be found again is called first and last.
const HOSTILE: readonly [name: string, extension: string, text: () => string][] = [
  ['open divs', 'html', () => `first ${'<div>'.repeat(2500)} last`],
  ['tables in tables', 'html', () => `first ${'<table><tr><td>'.repeat(800)} last`],
  ['tables in tables that may still be read', 'html', () => `first ${'<table><tr><td>'.repeat(190)} last`],
  ['bold that is opened again and again', 'html', () => `first ${reopened} last`],
  ['tags hidden in attributes', 'html', () => `first ${'<b><i title="</b></i>">'.repeat(10_000)} last`],
  ['cells in a drawing', 'html', () => `first <svg>${'<td>'.repeat(20_000)} last`],
  ['blanks in bold', 'html', () => `<b>first${'\u00a0'.repeat(50_000)}</b> last`],
  ['signs that mark lines', 'html', () => '<p>first \ue0101999999999\ue011 last</p>'],
  ['a paragraph of many pieces', 'html', () => `<p>first ${'<i>a</i>'.repeat(8_000)} last`],
  ['lists on one line', 'md', () => `first ${'<ul>'.repeat(10_000)} last`],
  ['lists that never close', 'md', () => `first\n${'<ul>\n'.repeat(40_000)}last`],
  ['items in items', 'md', () => `${'- '.repeat(2000)}first | last`],
  ['quotes in quotes', 'md', () => `${'>'.repeat(10_000)} first last`],
  ['quotes that go on', 'md', () => `> first\n${`${'>'.repeat(50)} word\n`.repeat(1000)}\nlast`],
  ['deeper and deeper', 'md', () => `first\n\n${deeper}\n\nlast`],
  ['a headline of blanks', 'org', () => `* first${spaces}last`],
  ['a term of blanks', 'org', () => `- first${spaces}last`],
  ['a label before blanks', 'md', () => `Situation:${spaces}first last`],
  ['blanks before a remark', 'md', () => `${CANONICAL}${spaces}last`],
  ['remarks', 'md', () => `${CANONICAL}${' <!-- {} -->'.repeat(20_000)} last`],
  ['a map in front', 'md', () => `---\n{${keys}}\n---\n# first last`],
  ['maps in maps in front', 'md', () => `---\n${'{a: b, '.repeat(100_000)}\n---\n# first last`],
  ['lists in lists in front', 'md', () => `---\n${'[['.repeat(9_900)}\n---\n# first last`],
  ['comments that never close', 'md', () => `first ${'<!--'.repeat(50_000)} last`],
  ['a block of them', 'md', () => `<p>first ${'<!--'.repeat(50_000)} last`],
  ['a row of cells', 'csv', () => `first,${'a,'.repeat(500_000)}last`],
  ['rows of cells', 'csv', () => `first,b\n${'1,2\n'.repeat(130_000)}a,last`],
  ['columns', 'md', () => `|first${'|a'.repeat(50_000)}|\n${'|-'.repeat(50_001)}|\n${'|b'.repeat(50_000)}|last|`],
  [
    'stars in a table',
    'md',
    () => `| Situation | Action | Result |\n|-|-|-|\n| first${'*a'.repeat(10_000)} | b | last |`,
  ],
  ['closed before it opens', 'md', () => `first </b>${'<b>'.repeat(30_000)} last`],
  ['footnotes', 'md', () => story('[^'.repeat(50_000))],
  ['brackets', 'md', () => story('[a '.repeat(30_000))],
  ['braces', 'md', () => story('{a '.repeat(30_000))],
  ['colons', 'md', () => `## Story: first${' :'.repeat(50_000)} last`],
  ['hashes', 'md', () => `# first${' #a'.repeat(20_000)} last`],
  ['fences that never close', 'md', () => `first\n${'```a\n'.repeat(20_000)}last`],
  ['underlines', 'md', () => `first\n\n${'===\n'.repeat(6_000)}\nlast`],
  ['underlined lines', 'md', () => `first\n\n${'a\n---\n'.repeat(3_000)}\nlast`],
]

it.each(HOSTILE)('%s: read in time, words kept', (_, extension, text) => {
  const bytes = new TextEncoder().encode(text())
  const before = process.cpuUsage()
  const { text: read, bank } = readBank({ fileName: `hostile.${extension}`, bytes })
  const { user, system } = process.cpuUsage(before)
  const kept = JSON.stringify(bank).toLowerCase()
  expect({ first: kept.includes('first'), last: kept.includes('last') }, read.slice(0, 200)).toEqual({
    first: true,
    last: true,
  })
  // A guard against what hangs, no measurement.
  expect((user + system) / 1000).toBeLessThan(2000)
})

it('takes the sign between cells that Excel names, and keeps the lines', () => {
  const text = 'sep=;\r\nTitle;Situation;Action;Result\r\nLamp, big;It failed;I climbed;It shone\r\n'
  const { bank } = readBank({ fileName: 'a.csv', bytes: new TextEncoder().encode(text) })
  expect(bank.stories.map(({ title, lines }) => ({ title, lines }))).toEqual([
    { title: 'Lamp, big', lines: { from: 3, to: 3 } },
  ])
  expect(bank.stories[0]!.points.map((point) => point.text)).toEqual(['It failed', 'I climbed', 'It shone'])
})

it('keeps pictures that stand in a page out of the text, and what they say of themselves in it', () => {
  const html = '<p>Before <img alt="the lamp" src="data:image/png;base64,AAAA"> after</p>'
  const { text } = readBank({ fileName: 'a.html', bytes: new TextEncoder().encode(html) })
  expect(text.trim()).toBe('Before the lamp after')
})

it("repairs and removes nothing in Starbeat's own form", () => {
  const text = `${CANONICAL} Ã© â€“ Ã¼\0 and\v more\n`
  const { bank } = readBank({ fileName: 'a.md', bytes: new TextEncoder().encode(text) })
  expect(bank.problems.map((problem) => problem.code)).not.toContain('encoding-repaired')
  expect(bank.stories[0]!.points[0]!.text).toBe('first Ã© â€“ Ã¼\0 and\v more')
})

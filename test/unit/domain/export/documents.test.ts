import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { type Block, type ExportDocument, linesOf, oneLine } from '#domain/export/document'
import { toHtml } from '#domain/export/html'
import { toMarkdown } from '#domain/export/markdown'

const SIGNS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '#',
  '-',
  '+',
  '=',
  '!',
  '|',
  '~',
  '\\',
  '/',
  ':',
]
const PIECES = [
  ...SIGNS,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](javascript:x)',
  '[a](b)',
  '&lt;b&gt;',
  '&#60;',
  '-->',
  ']]>',
  '</style>',
  '</title>',
  '</main>',
  '```',
  '~~a~~',
  '**b**',
  '---',
  '1. ',
  '2) ',
  '- [x] ',
  '# ',
  '> ',
  '    ',
  '\n',
  '\r\n',
  '\u2028',
  '\u0000',
  '|---|',
  '[^1]',
  '[^1]: ',
  'word',
  'größer',
  '世界',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 8 })
  .map((all) => all.join(''))
const said = fc.record({ time: fc.constant('0:12'), text })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('lead' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('points' as const),
    level: fc.constantFrom(3 as const, 4 as const),
    part: fc.constantFrom('situation' as const, 'other' as const),
    points: fc.array(
      fc.record({
        status: fc.constantFrom('covered' as const, 'missed' as const, null),
        text,
        remarks: fc.array(text, { maxLength: 2 }),
        said: fc.array(said, { maxLength: 2 }),
        closest: fc.option(said),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({ kind: fc.constant('speech' as const), paragraphs: fc.array(said, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.constant(['a', 'b']),
    rows: fc.array(fc.tuple(text, text), { maxLength: 3 }),
  }),
)
const document: fc.Arbitrary<ExportDocument> = fc.record({ title: text, blocks: fc.array(block, { maxLength: 5 }) })

/** Every text of a block as a user gave it, in the order in which it is written. */
function textsOf(each: Block): string[] {
  switch (each.kind) {
    case 'facts':
      return each.rows.flat()
    case 'points':
      return each.points.flatMap((point) => [
        ...point.remarks,
        point.text,
        ...point.said.map((words) => words.text),
        ...(point.closest ? [point.closest.text] : []),
      ])
    case 'list':
      return [...each.items]
    case 'speech':
      return each.paragraphs.map((words) => words.text)
    case 'table':
      return each.rows.flat()
    case 'note':
      return [...linesOf(each.text)]
    default:
      return [each.text]
  }
}

interface Node {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: Node[]
}

const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)]
const squeezed = (value: string) => value.replaceAll(/\s+/g, '')
const shownIn = (node: Node) =>
  squeezed(
    walk(node)
      .map(({ type, value }) => (type === 'text' ? value : ''))
      .join(''),
  )

describe('HTML', () => {
  const TAGS = new Set(
    'html head meta title style body main h1 h2 h3 h4 p ul li span div dl dt dd q time blockquote br table thead tbody tr th td'.split(
      ' ',
    ),
  )

  it('lets no markup of users through, and shows every word of theirs', () =>
    fc.assert(
      fc.property(document, (doc) => {
        const tree = fromHtml(toHtml(doc)) as unknown as Node
        const elements = walk(tree).filter(({ type }) => type === 'element')
        expect(elements.filter(({ tagName }) => !TAGS.has(tagName!))).toEqual([])
        expect(walk(tree).filter(({ type }) => type === 'comment')).toEqual([])
        const attributes = new Set(elements.flatMap(({ properties }) => Object.keys(properties ?? {})))
        for (const name of attributes)
          expect(['lang', 'charSet', 'httpEquiv', 'content', 'name', 'className', 'scope', 'ariaHidden']).toContain(
            name,
          )
        const shown = shownIn(tree)
        for (const words of [doc.title, ...doc.blocks.flatMap(textsOf)])
          expect(shown).toContain(squeezed(oneLine(words)))
      }),
      { numRuns: 400 },
    ))

  it('needs nothing else and runs nothing', () => {
    const html = toHtml({ title: 'x', blocks: [] })
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/)
    expect(html).toContain('prefers-color-scheme: dark')
    expect(html).toContain('@media print')
  })
})

describe('Markdown', () => {
  const OURS = new Set(
    'root heading paragraph text strong list listItem blockquote break table tableRow tableCell'.split(' '),
  )

  it('lets no markup of users through, and says every word of theirs', () =>
    fc.assert(
      fc.property(document, (doc) => {
        const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }
        const tree = fromMarkdown(toMarkdown(doc), options) as unknown as Node
        // GitHub makes addresses that stand in text into links to themselves.
        const others = walk(tree).filter((node) => !OURS.has(node.type) && node.type !== 'link')
        expect(others).toEqual([])
        const shown = shownIn(tree)
        for (const words of [doc.title, ...doc.blocks.flatMap(textsOf)])
          expect(shown).toContain(squeezed(oneLine(words)))
      }),
      { numRuns: 400 },
    ))

  it('keeps the lines of a note', () => {
    const { children } = fromMarkdown(
      toMarkdown({ title: 'x', blocks: [{ kind: 'note', text: 'one\ntwo\n\n# three' }] }),
    ) as unknown as Node
    expect(walk(children![1]!).map(({ type }) => type)).toEqual([
      'blockquote',
      'paragraph',
      'text',
      'break',
      'text',
      'paragraph',
      'text',
    ])
  })
})

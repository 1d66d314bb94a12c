import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { decodeSource } from '#domain/bank/decode'
import { PLAIN } from '#domain/bank/outline'
import { readSimple } from '#domain/bank/simple-markdown'
import { corpus } from './corpus.ts'

/** What the outline reads of a tree: kinds, order and where blocks begin and end. */
function seen(node: Nodes): unknown {
  const { start, end } = node.position!
  const from = `${node.type} ${start.line}:${start.column}`
  if (node.type === 'heading') return `${from} ${node.depth}`
  if (node.type === 'paragraph') return `${from}-${end.line}`
  if (node.type !== 'list' && node.type !== 'listItem') return from
  const order = node.type === 'list' && node.ordered ? ` ${node.start}` : ''
  return [from + order, ...node.children.map(seen)]
}

function check(lines: readonly string[]): boolean {
  const simple = readSimple(lines)
  if (!simple) return false
  expect(simple.map(seen)).toEqual(fromMarkdown(lines.join('\n'), PLAIN).children.map(seen))
  return true
}

const start = fc.constantFrom(
  '',
  '',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '  - ',
  '   ',
  '    - ',
  '# ',
  '### ',
  '---',
  '**',
  '> ',
  '10) ',
  '+ ',
)
const words = fc.constantFrom(
  '',
  'We rowed',
  'Situation: rain',
  '**Task:** dry it',
  '40 % of it',
  '“no”',
  '_so_',
  '#tag',
  '1985',
  '-',
)
const line = fc.tuple(start, words).map(([sign, text]) => sign + text)

test('simple chunks are read as the Markdown parser reads them', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => void check(lines)),
    { numRuns: 3000 },
  )
})

test('most chunks of real documents are simple', () => {
  const chunks = corpus().flatMap(({ bytes }) =>
    decodeSource(bytes)
      .text.split(/\r?\n(?=#)/)
      .map((text) => text.split(/\r?\n/)),
  )
  const simple = chunks.filter(check)
  expect(simple.length / chunks.length).toBeGreaterThan(0.5)
})

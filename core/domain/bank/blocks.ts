import type { LineRange } from '../story.ts'

/** Indices of {@link Block.rank}: a block with a lower rank may hold blocks with a higher one. */
export const RANK = { subhead: 10, text: 20, item: 30 } as const

/**
 * One piece of a document in reading order. Headings have ranks 1-6 (their depth), text {@link RANK.text},
 * list items {@link RANK.item} and upwards by nesting.
 */
export interface Block {
  kind: 'heading' | 'text' | 'item' | 'code'
  /** Words with bold marks; may be empty only for code. */
  text: string
  rank: number
  /** 1-based, both inclusive. */
  line: number
  lastLine: number
  ordinal: number | null
  /** Whether it stood inside a code block. */
  fenced: boolean
  /** Whether a horizontal rule stands right above. */
  afterRule: boolean
  /** Whether it is known to be words that are said, so that it opens with no label. */
  said: boolean
  /** Whether it is the summary of a fold. */
  fold?: boolean
  /** For the title of a story that its place gives away, as in a table: the section it names, or null. */
  opens?: { section: string | null }
  /** For a row of a table that tells no story. */
  row?: { heads: readonly string[]; cells: readonly string[] }
}

/** Where a block stands in the source. */
export const linesOf = ({ line, lastLine }: Block): LineRange => ({ from: line, to: lastLine })

/** The lines from the first to the last of some blocks, of which there is at least one. */
export const spanOf = (blocks: readonly Block[]): LineRange => ({
  from: blocks.reduce((first, block) => Math.min(first, block.line), Number.MAX_SAFE_INTEGER),
  to: blocks.reduce((last, block) => Math.max(last, block.lastLine), 1),
})

/** A block of ordinary text, unless said otherwise. */
export function block(text: string, line: number, rest: Partial<Block> = {}): Block {
  return {
    kind: 'text',
    text,
    rank: RANK.text,
    line,
    lastLine: line,
    ordinal: null,
    fenced: false,
    afterRule: false,
    said: false,
    ...rest,
  }
}

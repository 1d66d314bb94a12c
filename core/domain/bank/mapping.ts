import type { LineRange } from '../story.ts'
import { type Block, linesOf } from './blocks.ts'
import { plain } from './inline.ts'
import { linesIn } from './tables.ts'
import { asksSomething, questionText, storyTitle } from './titles.ts'

/** A question that a table or list outside the stories gives to some of them; `stories` are their indices. */
export interface Mapping {
  question: string
  stories: number[]
  lines: LineRange
}

const ARROW = /\s*(?:→|⇒|->|=>|➜|\s[–—|-]\s|:\s)\s*/u
const MARK = /^(?:[x✓✔✅☑●•★⭐*+]|yes|ja|oui|sí|sim|да|是|\p{Extended_Pictographic}\ufe0f?)+$/iu

/** The questions that blocks outside the stories answer with a story's title or number. */
export function readMappings(blocks: readonly Block[], titles: readonly string[]): Mapping[] {
  const names = new Map(titles.map((title, i) => [key(title), i]))
  const storyIn = (text: string) =>
    names.get(key(storyTitle(text))) ?? names.get(key(text)) ?? numbered(text, titles.length)
  return blocks.flatMap((block) => {
    const cells = block.row ? block.row.cells : plain(block.text).split(ARROW)
    if (cells.length < 2 || !cells.some((cell) => cell && asksSomething(cell))) return []
    const stories = block.row ? answersIn(block.row, storyIn) : answersOf(cells.slice(1), storyIn)
    if (stories.length === 0) return []
    const asked = cells.flatMap((cell) => linesIn(cell).filter((line) => asksSomething(line)))
    return asked.map((question) => ({ question: questionText(question), stories, lines: linesOf(block) }))
  })
}

type Finder = (text: string) => number | undefined

/** The stories that a row names in its cells, or marks below their names. */
function answersIn({ heads, cells }: NonNullable<Block['row']>, storyIn: Finder): number[] {
  const marked = cells.flatMap((cell, i) => (MARK.test(cell.trim()) ? [heads[i] ?? ''] : []))
  return answersOf([...cells.filter((cell) => cell && !asksSomething(cell)), ...marked], storyIn)
}

const answersOf = (cells: readonly string[], storyIn: Finder): number[] => {
  const found = cells.flatMap((cell) => {
    const whole = storyIn(cell)
    return whole !== undefined ? [whole] : cell.split(/\s*(?:[;,/&|]|<br\s*\/?>|\n|\band\b)\s*/i).map(storyIn)
  })
  return [...new Set(found.filter((story) => story !== undefined))]
}

const key = (text: string): string =>
  plain(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

function numbered(text: string, count: number): number | undefined {
  const number =
    /^\s*(?:(?:story|star|geschichte|histoire|historia|história|история|故事)\s*#?|#)\s*(\d{1,3})\s*$/iu.exec(text)?.[1]
  return number && Number(number) >= 1 && Number(number) <= count ? Number(number) - 1 : undefined
}

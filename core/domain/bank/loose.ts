import { findFacts } from '../facts/facts.ts'
import { finish } from '../steps.ts'
import type { LineRange, Part } from '../story.ts'
import type { ParsedPoint } from './bank.ts'
import { outlineSteps } from './outline.ts'
import { draftPoints } from './points.ts'
import { readNarrative } from './read-story.ts'
import { readSource } from './source.ts'
import { cleanHeadline, shortTitle } from './titles.ts'

/** What a piece of text says when it is taken out of its document. */
export interface Loose {
  /** Its first headline, when it is read as a story. */
  title: string | null
  points: Omit<ParsedPoint, 'id'>[]
  headlines: string[]
}

/** Reads a piece of text that stands at `lines` as points of one part, or as a story whose parts are guessed. */
export function readLoose(text: string, lines: LineRange, part: Part | null): Loose {
  const here = (inside: LineRange): LineRange => {
    const at = (line: number) => Math.min(lines.to, lines.from + line - 1)
    return { from: at(inside.from), to: at(inside.to) }
  }
  const blocks = finish(outlineSteps(readSource(text)))
  const [first] = blocks
  const title = part === null && blocks.length > 1 && first?.kind === 'heading' ? first : null
  const said = title ? blocks.slice(1) : blocks
  const { points, headlines } = part
    ? labelled(draftPoints(said, part), part)
    : { points: readNarrative([{ blocks: said }]), headlines: [] }
  return {
    title: title && shortTitle(cleanHeadline(title.text)),
    headlines,
    points: points.map((point) => ({ ...point, lines: here(point.lines), facts: findFacts(point.text) })),
  }
}

const labelled = ({ points, headlines }: ReturnType<typeof draftPoints>, part: Part) => ({
  points: points.map((point) => ({ ...point, part, guessed: false })),
  headlines,
})

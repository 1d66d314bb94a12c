import type { ParsedBank } from '#domain/bank/bank'
import type { Correction } from '#domain/bank/correction'
import type { LineRange, Part } from '#domain/story'
import { noteKey, otherKey, pointKey, questionKey, sectionKey, storyKey } from './pieces.ts'

/** Which lines of a text say something: 1, and 0 for an empty one. */
export interface SourceLines {
  readonly says: Uint8Array
}

export const sourceLines = (text: string): SourceLines => ({
  says: Uint8Array.from(text.split(/\r\n|\r|\n/), (line) => (/\S/.test(line) ? 1 : 0)),
})

/** What became of every line of a document. */
export interface LineIndex {
  /**
   * One letter a line, the first line at 0: the letters of the parts, `o` for their other; `h` a story's own line,
   * `q` question, `e` section, `d` definition, `n` note, `x` not in a story, `m` several parts at once, space nothing.
   * A capital begins a run; of a story's own lines that is the first.
   */
  readonly codes: string
  /** The key of what a line became, by its 1-based number. */
  keyAt(line: number): string | null
}

const PART_CODES: Readonly<Record<Part, string>> = {
  situation: 's',
  task: 't',
  action: 'a',
  result: 'r',
  learning: 'l',
  other: 'o',
}

/** Lines that a correction made a definition: they are no longer a piece of their own. */
export function definedLines(raw: ParsedBank, corrections: readonly Correction[]): readonly LineRange[] {
  const marks = corrections.flatMap((correction) =>
    correction.kind === 'mark' && correction.as === 'definition' ? [correction.target] : [],
  )
  if (marks.length === 0) return []
  const pieces = [...raw.stories.flatMap((story) => [...story.points, ...story.notes]), ...raw.other]
  return marks.flatMap(({ id, text }) => {
    const same = pieces.filter((piece) => piece.text === text)
    const found = same.find((piece) => piece.id === id) ?? same[0]
    return found ? [found.lines] : []
  })
}

/** The codes of lines and who owns them; what is painted later covers what was there. */
class Canvas {
  readonly codes: Uint8Array
  private readonly owners: Int32Array
  private readonly keys: string[] = ['']

  constructor(count: number) {
    this.codes = new Uint8Array(count).fill(32)
    this.owners = new Int32Array(count)
  }

  paint({ from, to }: LineRange, code: string, key: string): void {
    const owner = this.keys.push(key) - 1
    const end = Math.min(to, this.codes.length)
    this.codes.fill(code.charCodeAt(0), from - 1, end)
    this.owners.fill(owner, from - 1, end)
  }

  keyAt(line: number): string | null {
    return this.keys[this.owners[line - 1] ?? 0] || null
  }
}

/** Finds for every line of a text what it became; what says more of a line goes above what says less. */
export function indexLines(lines: SourceLines, bank: ParsedBank, defined: readonly LineRange[]): LineIndex {
  const canvas = new Canvas(lines.says.length)
  for (const { id, lines: at } of bank.stories) {
    canvas.paint(at, 'h', storyKey(id))
    canvas.paint({ from: at.from, to: at.from }, 'H', storyKey(id))
  }
  for (const other of bank.other) canvas.paint(other.lines, 'x', otherKey(other.id))
  for (const { id, lines: at } of bank.sections) {
    canvas.paint(at, 'd', sectionKey(id))
    canvas.paint({ from: at.from, to: at.from }, 'e', sectionKey(id))
  }
  for (const range of defined) {
    const home = bank.sections.findLast((section) => section.lines.from <= range.from) ?? bank.sections[0]
    canvas.paint(range, 'd', home ? sectionKey(home.id) : '')
  }
  const heads = new Set(bank.stories.map((story) => story.lines.from))
  for (const question of bank.questions) {
    if (!heads.has(question.lines.from)) canvas.paint(question.lines, 'q', questionKey(question.id))
  }
  for (const story of bank.stories) {
    for (const { id, lines: at } of story.notes) {
      const isWhole = at.from === story.lines.from && at.to === story.lines.to
      if (!isWhole) canvas.paint(at, 'n', noteKey(id))
    }
  }
  paintPoints(bank, canvas)
  return { codes: withRuns(lines, canvas.codes), keyAt: (line) => canvas.keyAt(line) }
}

/** A line of a table or of flowing text holds several points: the first one owns it. */
function paintPoints(bank: ParsedBank, canvas: Canvas): void {
  const count = canvas.codes.length
  const taken = new Uint8Array(count + 1)
  for (const story of bank.stories) {
    for (const { id, part, lines } of story.points) {
      const code = PART_CODES[part]
      const key = pointKey(id)
      for (let line = lines.from; line <= Math.min(lines.to, count); line++) {
        if (!taken[line]) canvas.paint({ from: line, to: line }, code, key)
        else if (canvas.codes[line - 1] !== code.charCodeAt(0)) canvas.codes[line - 1] = SEVERAL
        taken[line] = 1
      }
    }
  }
}

const SEVERAL = 'm'.charCodeAt(0)
const WITHIN_STORY = 'h'.charCodeAt(0)
const TO_CAPITAL = 'A'.charCodeAt(0) - 'a'.charCodeAt(0)

/** Capitals where a run begins; an empty line goes on with what stands above it. */
function withRuns({ says }: SourceLines, codes: Uint8Array): string {
  let before = 0
  const runs = codes.slice()
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (!says[i]) {
      if (code === WITHIN_STORY && before >= 97) runs[i] = before
      continue
    }
    const isSmall = code >= 97 && code !== WITHIN_STORY
    if (isSmall && code !== before) runs[i] = code + TO_CAPITAL
    before = code
  }
  return new TextDecoder('latin1').decode(runs)
}

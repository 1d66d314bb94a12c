import type { Block } from './blocks.ts'
import { RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON, countWords, plain } from './inline.ts'
import { LABEL_LETTERS, LABEL_WORDS, type LabelRole } from './label-words.ts'

/** A label at the beginning of a block, and the words after it. */
export interface Label {
  role: LabelRole
  /** The label as written, without markup. */
  written: string
  canonical: boolean
  /** Only a letter such as "S"; meaningless unless other letters stand beside it. */
  letter: boolean
  /** What follows in the same block, bold marks kept. */
  rest: string
}

const DECORATION = /^(?:[\s\p{Extended_Pictographic}\p{So}\p{VS}\p{Emoji_Modifier}\p{Join_Control}•▪*_>|-]|\[[ xX]\])+/u
const ORDINAL = /^(?:\d{1,2}|[ivx]{1,4})[.)]\s+/i
const BOLD_LEAD = new RegExp(`^${BOLD_ON}([^${BOLD_OFF}]{1,80})${BOLD_OFF}\\s*(.*)$`, 's')
const PLAIN_LEAD = /^([^:：\n]{1,60}?)\s*[:：]\s*(.*)$/s
const DASH_LEAD = /^([^—–\n]{1,60}?)\s*(?:[—–]|\s-\s)\s*(.*)$/s
const SEPARATOR = /^\s*(?:[:：—–]|-\s)\s*/

/** Lower-case words of a label without decoration, articles, numbering and brackets. */
export function normaliseLabel(text: string): string {
  return plain(text)
    .replace(DECORATION, '')
    .replace(ORDINAL, '')
    .replace(/[([（【][^)\]）】]*[)\]）】]/g, ' ')
    .replace(/[\p{Extended_Pictographic}\p{VS}\p{Join_Control}]/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}&/+']+/gu, ' ')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/^\s*(?:the|my|our|your|die|der|das|la|le|les|el|los|o|a)\s+(?=\S)/, '')
    .trim()
}

function lookUp(text: string): Pick<Label, 'role' | 'canonical' | 'letter'> | null {
  if (text.length > 80) return null
  const words = normaliseLabel(text)
  const halves = words.split(/\s*(?:\/|\band\b|\+)\s*/)
  const candidates = [
    words,
    words.replace(/^[starl] (?=\S)/, ''),
    ...(halves.every((half) => LABEL_WORDS.has(half)) ? halves : []),
  ]
  for (const candidate of candidates) {
    const known = LABEL_WORDS.get(candidate)
    if (known) return { ...known, letter: false }
  }
  const letter = LABEL_LETTERS.get((words || plain(text).replace(/[^\p{L}]/gu, '')).toLowerCase())
  return letter ? { role: letter, canonical: true, letter: true } : null
}

/** Reads the label that opens a line, however it is dressed; null when the line opens with no known label. */
export function readLabel(marked: string, dress: 'heading' | 'line'): Label | null {
  const text = marked.replace(DECORATION, '').replace(ORDINAL, '').replace(DECORATION, '')
  const bold = BOLD_LEAD.exec(text)
  if (bold) return boldLabel(bold[1]!, bold[2]!)
  const bare = plain(text)
  const whole = bare.replace(/\s*[:：]\s*$/, '')
  const alone = countWords(whole) <= 6 ? lookUp(whole) : null
  if (alone && (dress === 'heading' || bare !== whole || (alone.canonical && !alone.letter))) {
    return { ...alone, written: whole.trim(), rest: '' }
  }
  for (const lead of [PLAIN_LEAD, DASH_LEAD]) {
    const match = lead.exec(text)
    const found = match && countWords(plain(match[1]!)) <= 5 ? lookUp(match[1]!) : null
    if (!match || !found) continue
    if (lead === DASH_LEAD && dress === 'line' && !found.canonical) continue
    return { ...found, written: plain(match[1]!).trim(), rest: match[2]! }
  }
  return null
}

function boldLabel(inside: string, after: string): Label | null {
  const whole = lookUp(inside.replace(/\s*[:：]\s*$/, ''))
  if (whole) {
    const separated = SEPARATOR.test(after) || /[:：]\s*$/.test(inside) || after === ''
    if (!separated && !whole.canonical) return null
    return {
      ...whole,
      written: plain(inside)
        .replace(/\s*[:：]\s*$/, '')
        .trim(),
      rest: after.replace(SEPARATOR, ''),
    }
  }
  const split = PLAIN_LEAD.exec(inside)
  const found = split && lookUp(split[1]!)
  return found ? { ...found, written: split[1]!.trim(), rest: `${split[2]!} ${after}`.trim() } : null
}

/** The label that opens a block, if there is one. */
export function labelOf(block: Block): Label | null {
  const known = labels.get(block)
  if (known !== undefined) return known
  const label = block.kind === 'code' ? null : readLabel(block.text, block.kind === 'heading' ? 'heading' : 'line')
  labels.set(block, label)
  return label
}

// Several steps ask for the label of the same block, and blocks do not change once the outline stands.
const labels = new WeakMap<Block, Label | null>()

/** Whether a block is only a bold passage, used as a heading would be. */
export const isBoldOnly = (marked: string): boolean => {
  const bold = BOLD_LEAD.exec(marked.replace(DECORATION, ''))
  return bold !== null && /^[\s:：.]*$/.test(bold[2]!)
}

/** Whether a block stands over what follows, as headings and bold-only lines do. */
export const isHeadline = (block: Block): boolean => block.rank <= RANK.subhead

import type { Block } from './blocks.ts'
import { RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON, countWords, plain } from './inline.ts'
import { questionMeans } from './label-questions.ts'
import { LABEL_LETTERS, LABEL_WORDS, type LabelRole } from './label-words.ts'

/** A label at the beginning of a block, and the words after it. */
export interface Label {
  role: LabelRole
  /** The label as written, without markup. */
  written: string
  canonical: boolean
  /** Only a letter such as "S"; meaningless unless other letters stand beside it. */
  letter: boolean
  /** Whether it says more than what it announces, as in "Action (the long night)". */
  extra: boolean
  /** What follows in the same block, bold marks kept. */
  rest: string
}

/** What a label's words announce. */
export type Meaning = Pick<Label, 'role' | 'canonical' | 'letter' | 'extra'>

const DECORATION = /^(?:[\s\p{Extended_Pictographic}\p{So}\p{VS}\p{Emoji_Modifier}\p{Join_Control}•▪*_>|-]|\[[ xX]\])+/u
const CALLOUT = /^\[!\w+\][+-]?\s*/
const ORDINAL = /^(?:\d{1,2}|[ivx]{1,4})[.)]\s+/i
const STEP = /^(?:step|part|teil|schritt|étape|paso|passo|шаг)\s*\d+\s*[:.)–—-]?\s*(?=\S)/iu
const INITIAL = /^(?:\ue000(\p{L})\ue001|[([](\p{L})[)\]])(?=\p{L}{2})/u
const BOLD_LEAD = new RegExp(`^${BOLD_ON}([^${BOLD_OFF}]{1,80})${BOLD_OFF}\\s*(.*)$`, 's')
const BRACKET_LEAD = /^[([（【［]\s*([^()[\]（）【】［］\n]{1,40}?)\s*[)\]）】］]\s*(?:[:：–—-]\s*)?(.*)$/s
const LETTER_LEAD = /^(\p{Lu})\s*(?:[).:：=→|/]|[–—-]+)\s+(.*)$/su
const CAPITALS_LEAD = /^(\p{Lu}{4,}(?: \p{Lu}{2,}){0,2})\s+(\p{Lu}\p{Ll}*\s.*)$/su
const COLON_LEAD = /^([^:：\n]{1,60}?)\s*[:：]\s*(.*)$/s
const DASH_LEAD = /^([^—–→⇒=|\n]{1,60}?)\s*(?:[—–→⇒|]|=>|->|\s[-=]\s)\s*(.*)$/s
const STOP_LEAD = /^(\p{Lu}[\p{L} ]{2,30})[.。]\s+([\p{Lu}\p{N}"“].*)$/su
const SEPARATOR = /^\s*(?:[:：—–→⇒|=]|->|-\s)\s*/
const END_COLON = /\s*[:：]\s*$/
const BRACKETS = /[([（【]([^)\]）】]*)[)\]）】]/g
const ARTICLE =
  /^(?:the|a|an|my|our|your|die|der|das|mein|meine|unser|unsere|la|le|les|l'|el|los|las|o|os|as|il|lo|de|het|mi|ma|mon)\s+(?=\S)/u
const AND = /\s*(?:\/|\+|\b(?:and|und|et|en|or)\b|(?<=\s)[yeiи](?=\s))\s*/u

/** Lower-case words of a label without decoration, numbering and brackets. */
export function normaliseLabel(text: string): string {
  return plain(text)
    .replace(DECORATION, '')
    .replace(CALLOUT, '')
    .replace(ORDINAL, '')
    .replace(STEP, '')
    .replace(BRACKETS, ' ')
    .replace(/[\p{Extended_Pictographic}\p{VS}\p{Join_Control}]/gu, ' ')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}&/+']+/gu, ' ')
    .replace(/\s*&\s*/g, ' and ')
    .trim()
}

/** What some words announce as a label, whatever their dress; null when they are no known label. */
export function meaningOf(text: string): Meaning | null {
  if (text.length > 80) return null
  const words = normaliseLabel(text)
  const known = wordsMean(words) ?? questionMeans(words)
  if (known) return { ...known, letter: false, extra: saysMore(text) }
  const letters =
    words ||
    plain(text)
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase()
  const letter = LABEL_LETTERS.get(TWO_LETTERS.exec(letters)?.[1] ?? letters)
  return letter ? { role: letter, canonical: true, letter: true, extra: saysMore(text) } : null
}

// "S/T: …" opens the situation; the task follows in the same words.
const TWO_LETTERS = /^(\p{L})(?:\/|\s?\+\s?|\sand\s)\p{L}$/u
// "Actions taken by me", "Result achieved": who did it and that it was done add nothing.
const TAIL = / (?:\d{1,2}|(?:(?:taken|achieved|obtained) )?by (?:me|us|myself|the team))$/

function wordsMean(words: string): Pick<Meaning, 'role' | 'canonical'> | null {
  const bare = words.replace(TAIL, '')
  const plainly =
    LABEL_WORDS.get(bare) ??
    LABEL_WORDS.get(bare.replace(ARTICLE, '')) ??
    LABEL_WORDS.get(bare.replace(/^(\p{L}) (?=\1)/u, ''))
  if (plainly) return plainly
  const meant = misspelt(bare)
  if (meant) return LABEL_WORDS.get(meant)!
  const halves = bare.split(AND).map((half) => LABEL_WORDS.get(half.replace(ARTICLE, '')))
  const roles = new Set(halves.map((half) => half?.role))
  // "Challenge / Action / Result" names the method, not a part of a story.
  return halves.length > 1 && !roles.has(undefined) && roles.size <= 2 ? halves[0]! : null
}

const OFTEN_MISSPELT = ['situation', 'action', 'actions', 'result', 'results', 'learning', 'learnings', 'reflection']

/** The label that a word misses by one slip: two letters swapped, one left out or one doubled. */
const misspelt = (word: string): string | undefined =>
  word.length >= 5 && word.length <= 11
    ? OFTEN_MISSPELT.find((label) => label[0] === word[0] && isSlip(word, label))
    : undefined

function isSlip(word: string, label: string): boolean {
  let at = 0
  while (at < word.length && word[at] === label[at]) at++
  const swapped = word[at] === label[at + 1] && word[at + 1] === label[at]
  if (word.length === label.length) return swapped && word.slice(at + 2) === label.slice(at + 2)
  if (word.length === label.length - 1) return word.slice(at) === label.slice(at + 1)
  const doubled = word.length === label.length + 1 && word[at] === word[at - 1]
  return doubled && word.slice(at + 1) === label.slice(at)
}

const saysMore = (text: string): boolean =>
  [...plain(text).matchAll(BRACKETS)].some(([, inside]) => {
    const words = normaliseLabel(inside!)
    return /\p{L}{2}/u.test(words) && !wordsMean(words) && !/^[\d\s%–-]*(?:%|s|sec|min)?$/.test(inside!.trim())
  })

/** Reads the label that opens a line, however it is dressed; null when the line opens with no known label. */
export function readLabel(marked: string, dress: 'heading' | 'line'): Label | null {
  const text = marked
    .replace(DECORATION, '')
    .replace(CALLOUT, '')
    .replace(ORDINAL, '')
    .replace(DECORATION, '')
    .replace(INITIAL, '$1$2')
  const bold = BOLD_LEAD.exec(text)
  if (bold) return boldLabel(bold[1]!, bold[2]!)
  return aloneLabel(plain(text), dress) ?? ledLabel(text, dress)
}

const VERB = /^(?:was|were|is|are|got|came|had|has|have|did|will|would|can|ist|war|sind|est|es|era|fue|é|foi|è)$/

/** What a line before a colon announces that opens with a part's name and goes on, as in "Actions I took at night:". */
function openedByName(whole: string): Meaning | null {
  const [name, next, ...rest] = normaliseLabel(whole).split(' ')
  const found = name && next && rest.length < 5 && !VERB.test(next) ? LABEL_WORDS.get(name) : undefined
  return found?.canonical && isPart(found.role) ? { ...found, letter: false, extra: true } : null
}

/** A label that stands alone on its line. */
function aloneLabel(bare: string, dress: 'heading' | 'line'): Label | null {
  const whole = bare.replace(END_COLON, '')
  const found = countWords(whole) <= 8 ? (meaningOf(whole) ?? (bare === whole ? null : openedByName(whole))) : null
  if (!found) return null
  const known = found.canonical || (isPart(found.role) && /^\P{Ll}/u.test(whole))
  const letterAlone = found.letter && /^[([]?\p{Lu}[)\]]?$/u.test(whole.trim())
  const believed = dress === 'heading' || bare !== whole || (found.letter ? letterAlone : known && !/[.!]$/.test(bare))
  return believed ? { ...found, written: whole.trim(), rest: '' } : null
}

/** A label followed by words in the same line. */
function ledLabel(text: string, dress: 'heading' | 'line'): Label | null {
  const letter = LETTER_LEAD.exec(text) ?? BRACKET_LEAD.exec(text)
  const meant = letter && countWords(plain(letter[1]!)) <= 5 ? meaningOf(letter[1]!) : null
  if (letter && meant && isPart(meant.role)) return { ...meant, written: plain(letter[1]!).trim(), rest: letter[2]! }
  for (const lead of [COLON_LEAD, DASH_LEAD, CAPITALS_LEAD, STOP_LEAD]) {
    const match = lead.exec(text)
    const found = match && countWords(plain(match[1]!)) <= 8 ? meaningOf(match[1]!) : null
    if (!match || !found) continue
    // "Success – it felt good" is a sentence; a known part's name before a dash is not.
    const doubtful =
      lead === DASH_LEAD && !found.canonical && !(isPart(found.role) && /^\p{Lu}.*\s[–—-]\s+\P{Ll}/su.test(text))
    if (doubtful && dress === 'line') continue
    if ((lead === CAPITALS_LEAD || lead === STOP_LEAD) && !(found.canonical && isPart(found.role))) continue
    return { ...found, written: plain(match[1]!).trim(), rest: match[2]! }
  }
  return null
}

function boldLabel(inside: string, after: string): Label | null {
  const whole = meaningOf(inside.replace(END_COLON, ''))
  if (whole) {
    const separated = SEPARATOR.test(after) || /[:：.?？]\s*$/.test(inside) || /^\s*(?:[.)]\s*)?$/.test(after)
    const bracketed = /^\s*[([（]([^)\]）]*)[)\]）]\s*[:：—–-]\s*(.*)$/su.exec(after)
    if (bracketed) {
      const extra = whole.extra || saysMore(`(${bracketed[1]})`)
      return { ...whole, extra, written: `${plain(inside).trim()} (${bracketed[1]})`, rest: bracketed[2]! }
    }
    if (!separated && !(whole.canonical && isPart(whole.role))) return null
    return { ...whole, written: plain(inside).replace(END_COLON, '').trim(), rest: after.replace(SEPARATOR, '') }
  }
  const split = COLON_LEAD.exec(inside)
  const found = split && meaningOf(split[1]!)
  return found ? { ...found, written: split[1]!.trim(), rest: `${split[2]!} ${after}`.trim() } : null
}

const STORY_PARTS: ReadonlySet<string> = new Set(['situation', 'task', 'action', 'result', 'learning'])

/** Whether a role is a part of a story. */
export const isPart = (role: LabelRole): boolean => STORY_PARTS.has(role)

/** The label that opens a block, if there is one. */
export function labelOf(block: Block): Label | null {
  const known = labels.get(block)
  if (known !== undefined) return known
  const label =
    block.kind === 'code' || block.said ? null : readLabel(block.text, block.kind === 'heading' ? 'heading' : 'line')
  labels.set(block, label)
  return label
}

// Several steps ask for the label of the same block, and blocks do not change once the outline stands.
const labels = new WeakMap<Block, Label | null>()

/** Sets the label that opens a block where its words alone do not decide. */
export function relabel(block: Block, label: Label): void {
  labels.set(block, label)
}

/** The bold words before a colon that open a block, known or not. */
export function leadOf(block: Block): Pick<Label, 'written' | 'rest'> | null {
  const bold = BOLD_LEAD.exec(block.text.replace(DECORATION, '').replace(CALLOUT, '').replace(ORDINAL, ''))
  if (!bold || !(END_COLON.test(bold[1]!) || /^\s*[:：]/.test(bold[2]!))) return null
  return { written: plain(bold[1]!).replace(END_COLON, '').trim(), rest: bold[2]!.replace(SEPARATOR, '') }
}

/** Whether a block is only a bold passage, used as a heading would be. */
export const isBoldOnly = (marked: string): boolean => {
  const bold = BOLD_LEAD.exec(marked.replace(DECORATION, '').replace(CALLOUT, ''))
  return bold !== null && /^[\s:：.]*$/.test(bold[2]!)
}

/** Whether a block stands over what follows, as headings and bold-only lines do. */
export const isHeadline = (block: Block): boolean => block.rank <= RANK.subhead

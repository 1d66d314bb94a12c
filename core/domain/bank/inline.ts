import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { tame } from './tame.ts'

// Bold is the one piece of inline markup that carries meaning here (it marks labels), so it survives
// as a pair of private-use characters; everything else becomes plain words.
export const BOLD_ON = '\ue000'
export const BOLD_OFF = '\ue001'

// What no document means to write: controls, halves of characters, and the signs that mark bold here.
const UNSAID = /[\p{Cc}\p{Cs}\p{Co}]/u

/** What an HTML entity stands for; entities that nobody knows stay as they are. */
function decodeEntity(entity: string, name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name[0] === '#' ? Number(name.slice(1)) : null
  const char = code === null ? decodeNamedCharacterReference(name) : code <= 0x10ffff && String.fromCodePoint(code)
  return !char || UNSAID.test(char) ? entity : char.replace('\u00a0', ' ')
}

type Step = readonly [sign: RegExp, pattern: RegExp, by: (match: string, ...groups: string[]) => string]
const first = (_: string, inside: string) => inside

// In this order; a step is left out unless its sign is in the text, which spares most lines nearly all of them.
const STEPS: readonly Step[] = [
  [/[\ue000\ue001]/, /[\ue000\ue001]/g, () => ''],
  [/\\/, /\\([!-/:-@[-`{-~])/g, first],
  [/</, /<br\s*\/?>/gi, () => ' '],
  [
    /<\/(?:b|strong)>/i,
    /<(?:b|strong)>((?:(?!<\/?(?:b|strong)>).)*)<\/(?:b|strong)>/gi,
    (_, inside) => `**${inside}**`,
  ],
  [/</, /<\/?(?:a|b|i|u|s|em|strong|span|code|mark|sup|sub|small|kbd|font)(?:\s[^<>\n]*)?>/gi, () => ''],
  [/</, /<\/?[a-z][a-z0-9]*(?:\s[^<>\n]*)?>/gi, () => ' '],
  [/\]\(/, /!?\[([^[\]\n]*)\]\(\s*<?([^()\s>]*)>?(?:\s+"[^"\n]*")?\s*\)/g, (_, text, url) => text || url!],
  [/\]\[/, /(?<![\p{L}\p{N}\][])\[([^[\]\n]+)\]\[[^[\]\n]*\]/gu, first],
  [/\[\^/, /\[\^[^\][\s]+\](?!:)/g, () => ''],
  [/\[\[/, /!?\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, first],
  [/==/, /==(?=\S)([^=\n]*[^=\s])==/g, first],
  [/</, /<((?:https?:\/\/|mailto:)[^\s<>]+)>/g, first],
  [
    /\*\*|__/,
    /\*\*(?=\S)((?:[^*\n]|\*(?!\*))+?)\*\*|(?<![\p{L}\p{N}_])__(?=\S)([^_\n]+?)__(?![\p{L}\p{N}_])/gu,
    (_, stars, scores) => `${BOLD_ON}${stars ?? scores}${BOLD_OFF}`,
  ],
  [/\*/, /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu, first],
  [/_/, /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu, first],
  [/~~/, /~~([^~\n]+)~~/g, first],
  [/`/, /(?<!`)`+([^`\n]+)`+/g, first],
  [/&/, /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g, (entity, name) => decodeEntity(entity, name!)],
]

/** Replaces inline Markdown and HTML by plain words; bold passages stand between {@link BOLD_ON} and {@link BOLD_OFF}. */
export function markInline(source: string): string {
  if (!/[*_`[<&\\~=\ue000\ue001]/.test(source)) return tame(source)
  return tame(STEPS.reduce((text, [sign, pattern, by]) => (sign.test(text) ? text.replace(pattern, by) : text), source))
}

/** The text without its bold marks. */
export const plain = (marked: string): string =>
  marked.includes(BOLD_ON) || marked.includes(BOLD_OFF) ? marked.replace(/[\ue000\ue001]/g, '') : marked

const SPACE = 1
const WORD = 2
const OTHER = 3
const DENSE = 4
// What each code unit is, worked out when it is first met; 0 until then.
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const char = String.fromCharCode(code)
  if (/[\ud800-\udfff\u3040-\u30ff\u3400-\u9fff]/.test(char)) return DENSE
  return /\s/.test(char) ? SPACE : /[\p{L}\p{N}]/u.test(char) ? WORD : OTHER
}

/**
 * Number of words in a text; in scripts without spaces two characters count as one word. Whoever only asks for "at
 * least so many" says how many are `enough`.
 */
export function countWords(text: string, enough = Number.POSITIVE_INFINITY): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    kinds[code] ||= kindOf(code)
    const kind = kinds[code]
    if (kind === DENSE) return countDense(text)
    if (kind === SPACE) inside = false
    else if (kind === WORD && !inside) {
      inside = true
      if (++words >= enough) return words
    }
  }
  return words
}

function countDense(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0
  const rest = dense > 0 ? text.replace(/[\u3040-\u30ff\u3400-\u9fff]/g, ' ') : text
  const spaced = rest.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
  return spaced + Math.ceil(dense / 2)
}

import { type Block, RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON, countWords, plain } from './inline.ts'
import { isPart, type Label, meaningOf } from './labels.ts'

/** A label inside a paragraph: `at` is where its dress begins, `end` where its words begin. */
export interface Cut {
  at: number
  end: number
  written: string
  role: Label['role']
  letter: boolean
  bold: boolean
}

const MAX_LABEL = 32
const LABEL_LIKE = /^[\p{L}\p{M}\p{N}\s()（）'’/&+#-]+$/u
const COLON = new RegExp(`${BOLD_OFF}?\\s?[:：]\\s?${BOLD_OFF}?\\s*`, 'g')
const BOLD = new RegExp(`(?<![\\p{L}\\p{N}])${BOLD_ON}([^${BOLD_OFF}]{1,40})${BOLD_OFF}\\s*(?:[:：–—|-]\\s*)?`, 'gu')
const BRACKET = /(?<=^|[\s.;!?。！？|])\ue000?[[(（【]\s*(\p{L}[\p{L} ]{0,24})\s*[\])）】]\ue001?\s*(?:[:：–—-]\s*)?/gu
const LETTER = /(?<=^|[\s.;!?。！？|/])(\p{Lu})\s?(?:[:：]|[)=→|]|\s[–—-](?=\s))\s*/gu
const DASH = /(?<=^|[.;!?。！？|]\s*)(\p{Lu}[\p{L} ]{2,24}?)\s(?:[–—-]|->|→)\s+/gu
const SIGN = '(?:[:：[(（【=→|\ue000]|\\s[–—-]\\s|\\p{Lu}\\))'
const SIGNS = new RegExp(`${SIGN}[^]*?${SIGN}`, 'u')
// "A: **Situation:** …" answers the question above.
const ANSWER =
  /^[\s\ue000]*(?:A|R|Answer|Antwort|Réponse|Respuesta|Resposta|Risposta|Antwoord|Ответ|答|回答)\s*[:：]?[\s\ue001]*$/i
const TRAILING = /(?<![\s|;/·•,–—-])[\s|;/·•,–—-]+$/u

/**
 * A story told in one paragraph with its labels inside becomes a headline and a block per part; others stay as
 * they are.
 */
export function splitInlineStory(source: Block): Block[] {
  if (source.kind === 'heading' || source.kind === 'code' || source.said || source.text.length < 16) return [source]
  // Few paragraphs hold two signs of a label, and looking for labels is dear.
  if (!SIGNS.test(source.text)) return [source]
  const found = labelsInside(source.text)
    .map(inOrder)
    .find((these) => tellsStory(source, these))
  if (!found) return [source]
  const head = source.text
    .slice(0, found[0]!.at)
    .replace(/(?<![\s:：.|–—-])[\s:：.|–—-]+$/u, '')
    .replace(ANSWER, '')
    .trim()
  const parts = found.map((cut, i) => {
    const said = source.text
      .slice(cut.end, found[i + 1]?.at)
      .replace(TRAILING, '')
      .trim()
    const text = `${BOLD_ON}${cut.written}:${BOLD_OFF} ${said}`
    return { ...source, text, rank: head ? source.rank + 1 : source.rank, ordinal: null, afterRule: false }
  })
  const first = head ? { ...source, text: head, rank: Math.max(source.rank, RANK.text) } : null
  return first ? [first, ...parts] : [{ ...parts[0]!, afterRule: source.afterRule }, ...parts.slice(1)]
}

/** What could be labels of parts inside a text, by their dress. */
export const labelsInside = (text: string): Cut[][] => [
  colonCuts(text),
  ...[DASH, LETTER, BRACKET, BOLD].map((dress) => cutsBy(text, dress)),
]

/** Several parts, the action and the result among them; fewer when the paragraph itself opens with a part. */
function tellsStory(source: Block, cuts: readonly Cut[]): boolean {
  const roles = new Set(cuts.map((cut) => cut.role))
  if (cuts.some((cut) => cut.letter) || source.fenced)
    return roles.size >= 3 && roles.has('action') && roles.has('result')
  const opens = cuts[0]?.at === 0
  if (opens && roles.size >= 2 && cuts.every((cut) => cut.bold || meaningOf(cut.written)!.canonical)) return true
  return roles.size >= 3 && (roles.has('action') || (roles.has('situation') && roles.has('result')))
}

/** The cuts of one telling: each part opens once, in the order of the first telling. */
function inOrder(cuts: readonly Cut[]): Cut[] {
  const bold = cuts.filter((cut) => cut.bold)
  const dressed =
    bold.length >= 2 && bold.length < cuts.length && new Set(bold.map((cut) => cut.role)).size >= 2 ? bold : cuts
  return dressed.filter((cut, i) => i === 0 || cut.at >= dressed[i - 1]!.end)
}

/** Labels before a colon; the longest known words before it count. */
function colonCuts(text: string): Cut[] {
  const cuts: Cut[] = []
  for (const colon of text.matchAll(COLON)) {
    const cut = labelBefore(text, colon.index, colon.index + colon[0].length)
    if (cut) cuts.push(cut)
  }
  return cuts
}

function labelBefore(text: string, colon: number, end: number): Cut | null {
  const from = Math.max(0, colon - MAX_LABEL)
  const before = text.slice(from, colon)
  for (const start of before.matchAll(/(?<=^|[\s.;!?。！？(|/\ue000\ue001])[\p{Lu}\p{Lo}\ue000[(]/gu)) {
    const at = from + start.index
    if (at > 0 && from > 0 && start.index === 0) continue
    const written = plain(text.slice(at, colon)).replace(/^[[(（](.*)[\])）]$/, '$1')
    if (countWords(written) > 6 || !LABEL_LIKE.test(written)) continue
    const meaning = meaningOf(written)
    if (!meaning || !isPart(meaning.role)) continue
    const bold = text[at] === BOLD_ON || text[at - 1] === BOLD_ON
    return {
      at: text[at - 1] === BOLD_ON ? at - 1 : at,
      end,
      written,
      role: meaning.role,
      letter: meaning.letter,
      bold,
    }
  }
  return null
}

function cutsBy(text: string, dress: RegExp): Cut[] {
  const cuts: Cut[] = []
  for (const match of text.matchAll(dress)) {
    const written = plain(match[1]!)
      .replace(/\s*[:：]\s*$/, '')
      .trim()
    const meaning = meaningOf(written)
    if (!meaning || !isPart(meaning.role) || (dress === DASH && !meaning.canonical)) continue
    cuts.push({
      at: match.index,
      end: match.index + match[0].length,
      written,
      role: meaning.role,
      letter: meaning.letter,
      bold: dress === BOLD,
    })
  }
  return cuts
}

// Bold is the one piece of inline markup that carries meaning here (it marks labels), so it survives
// as a pair of private-use characters; everything else becomes plain words.
export const BOLD_ON = '\ue000'
export const BOLD_OFF = '\ue001'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
}
const BOLD = /\*\*(?=\S)((?:[^*\n]|\*(?!\*))+?)\*\*|(?<![\p{L}\p{N}_])__(?=\S)([^_\n]+?)__(?![\p{L}\p{N}_])/gu

/** Replaces inline Markdown and HTML by plain words; bold passages stand between {@link BOLD_ON} and {@link BOLD_OFF}. */
export function markInline(source: string): string {
  if (!/[*_`[<&\\~\ue000\ue001]/.test(source)) return source
  return source
    .replace(/[\ue000\ue001]/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<(?:b|strong)>(.*?)<\/(?:b|strong)>/gi, '**$1**')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>\n]*)?>/gi, '')
    .replace(/!?\[([^[\]\n]*)\]\(\s*<?([^()\s>]*)>?(?:\s+"[^"\n]*")?\s*\)/g, (_, text: string, url: string) =>
      !url || url.startsWith('#') || url === text ? text : `${text} (${url})`,
    )
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/g, '$1')
    .replace(BOLD, (_, stars?: string, scores?: string) => `${BOLD_ON}${stars ?? scores}${BOLD_OFF}`)
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/~~([^~\n]+)~~/g, '$1')
    .replace(/`+([^`\n]+)`+/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => ENTITIES[name]!)
}

/** The text without its bold marks. */
export const plain = (marked: string): string => marked.replace(/[\ue000\ue001]/g, '')

/** Number of words in a text; in scripts without spaces two characters count as one word. */
export function countWords(text: string): number {
  const cjk = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0
  const rest = cjk > 0 ? text.replace(/[\u3040-\u30ff\u3400-\u9fff]/g, ' ') : text
  const spaced = rest.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
  return spaced + Math.ceil(cjk / 2)
}

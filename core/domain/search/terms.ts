/** More words than this make no search better. */
const MOST_TERMS = 12
const TOKEN = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that leave no space between words: there a term may stand anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** A text as the index has it: without case and accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The tokens of a text, as the index cuts it (SQLite FTS5, unicode61): runs of letters and digits. */
export const tokensOf = (text: string): string[] => folded(text).match(TOKEN) ?? []

/** What is looked for: each term must be found, as the beginning of a word. Too short to look for alone: none. */
export function searchTerms(query: string): string[] {
  const terms = [...new Set(tokensOf(query))].slice(0, MOST_TERMS)
  return terms.some((term) => term.length > 1 || UNSPACED.test(term)) ? terms : []
}

/** True when a term can stand inside a run of letters, so that an index of words does not find it. */
export const isUnspaced = (term: string): boolean => UNSPACED.test(term)

/** True when a word of a text begins with the term; in scripts without spaces, when it holds it. */
export function isFoundIn(word: string, term: string): boolean {
  return isUnspaced(term) ? folded(word).includes(term) : tokensOf(word).some((token) => token.startsWith(term))
}

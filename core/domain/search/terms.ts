/** More words than this make no search better. */
const MOST_TERMS = 12
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Scripts that leave no space between words: there a term may stand anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
/** Scripts of which a single sign says enough to be looked for. */
const TELLING = new RegExp(`${UNSPACED.source}|\\p{Script=Hangul}`, 'u')
const ASCII = /^[\0-\x7f]*$/

/** A text as it is compared: without case, accents and other marks. */
export const folded = (text: string): string =>
  (ASCII.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()

/** The tokens of a text, folded: runs of letters and digits. */
export const tokensOf = (text: string): string[] => (text.match(TOKEN) ?? []).map(folded)

/**
 * What is looked for, as it was typed: each term must be found, as the beginning of a word; none for what is too short
 * to look for alone. The index folds terms in its own way, which keeps the marks that make other letters (kana, Hangul).
 */
export function searchTerms(query: string): string[] {
  const typed = query.normalize('NFC').match(TOKEN) ?? []
  const terms = [...new Map(typed.map((term) => [folded(term), term])).values()].slice(0, MOST_TERMS)
  return terms.some((term) => term.length > 1 || TELLING.test(term)) ? terms : []
}

/** True when a term can stand inside a run of letters, so that an index of words does not find it. */
export const isUnspaced = (term: string): boolean => UNSPACED.test(term)

/** True when a word of a text begins with the term; in scripts without spaces, when it holds it. */
export function isFoundIn(word: string, term: string): boolean {
  const looked = folded(term)
  return isUnspaced(term) ? folded(word).includes(looked) : tokensOf(word).some((token) => token.startsWith(looked))
}

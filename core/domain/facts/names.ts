// Words all in capitals are left out: they are emphasis, or abbreviations that every listener knows.
const NAME =
  /(?<![\p{L}\p{N}_./-])(?:\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}*)+\d*|\p{Lu}{2,}\p{Ll}{2,}\p{L}*|[a-z]\p{Lu}{2,}|[A-Za-z]+(?:_[A-Za-z0-9]+)+|[a-z]+(?:-[a-z0-9]+){2,}(?=\s|$|[,.;:)])(?<=-(?:srv|api|apis|svc|app|sink|lib|libraries|service|producer|server|core|web))|[pP]\d{2}(?:\/[pP]\d{2})*|\p{Lu}{1,4}\d{1,3})(?![\p{L}\p{N}_])/gu
const SIGN = /[A-Za-z\u0080-\uffff][A-Z\d\u0080-\uffff]|_|-\w+-/

/** Calls `claim` for names that nobody could mean otherwise: mixed case, letters with digits, code. */
export function findNames(text: string, claim: (from: number, to: number) => void): void {
  if (!SIGN.test(text)) return
  for (const match of text.matchAll(NAME)) claim(match.index, match.index + match[0].length)
}

import type { Rule } from './rule.ts'

// Other words in capitals are left out: they are emphasis, or abbreviations that every listener knows, and
// a report that misses "API" in every answer is noise.
const LAWS_STANDARDS_FIRMS =
  '(?:GDPR|DSGVO|HIPAA|CCPA|FERPA|COPPA|SOX|PCI(?:[ -]DSS)?|PSD2|MiFID|ISO|IEC|IEEE|SOC|NIST|FDA|FTC|NHS|NASA|SAP|IBM|BMW|DHL|NATO)(?:[ -]\\d{1,5})?'

const SHAPES = [
  LAWS_STANDARDS_FIRMS,
  // PostgreSQL, CompletableFuture; LaTeX, CCMs; iOS, iPhone, macOS, orderService; Node.js
  String.raw`\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}*)+\d*`,
  String.raw`\p{Lu}{2,}\p{Ll}{2,}\p{L}*`,
  String.raw`[a-z]\p{Lu}{2,}`,
  String.raw`[a-z]+\p{Lu}\p{Ll}{2,}\p{L}*`,
  String.raw`[a-z]{2,}\p{Lu}{2,}`,
  String.raw`\p{L}{2,}\.(?:js|io|NET)`,
  // site_id; cp-nrti-apis; p95/p99; EC2
  '[A-Za-z]+(?:_[A-Za-z0-9]+)+',
  String.raw`[a-z]+(?:-[a-z0-9]+){2,}(?=\s|$|[,.;:)])(?<=-(?:srv|api|apis|svc|app|sink|lib|libraries|service|producer|server|core|web))`,
  String.raw`[pP]\d{2}(?:/[pP]\d{2})*`,
  String.raw`\p{Lu}{1,4}\d{1,3}`,
]
const NAME = new RegExp(String.raw`(?:${SHAPES.join('|')})(?![\p{L}\p{N}_])`, 'uy')

// Every name holds one of these, and few other words do.
const SIGN = /[A-Za-z\u0080-\uffff][A-Z\d\u0080-\uffff]|_|-\w+-|\.(?:js|io)/g
const INSIDE = /[\p{L}\p{N}_./-]/u
const WORD = /[\p{L}\p{N}_./-]*/uy

/** Names that nobody could mean otherwise: laws and standards, mixed case, letters with digits, code. */
export const NAMES: Rule = (passage, claim) => {
  const { text } = passage
  SIGN.lastIndex = 0
  while (SIGN.test(text)) {
    const seen = SIGN.lastIndex
    const from = wordStart(text, seen - 1)
    NAME.lastIndex = from
    if (NAME.test(text)) claim(passage, 'name', from, NAME.lastIndex)
    WORD.lastIndex = from
    WORD.test(text)
    SIGN.lastIndex = Math.max(seen, WORD.lastIndex)
  }
}

function wordStart(text: string, inside: number): number {
  let from = inside
  while (from > 0 && INSIDE.test(text[from - 1]!)) from--
  return from
}

import type { Answer, Entry } from './answer.ts'
import type { MatchKind } from './coverage.ts'
import { isSameSound, spellingLikeness } from './names.ts'
import { areSynonyms } from './synonyms.ts'
import type { PointTerms, Term } from './terms.ts'
import type { Token } from './token.ts'

/** How a term was recognised in what was said, and how well (0-1). */
type Likeness = { kind: MatchKind; likeness: number }

/** Tokens `from` (inclusive) to `to` (exclusive) of an answer say `term` of a point. */
export type Match = Likeness & { term: number; from: number; to: number; negated: boolean }

const SYNONYM = 0.7
const SOUND = 0.75
const ROUND_NUMBER = 0.8

const isNear = (left: number, right: number) => left > 20 && Math.abs(left - right) <= 0.1 * right

const SAME: Likeness = { kind: 'same', likeness: 1 }

function recognise(term: Term, { token, sound }: Entry): Likeness | null {
  if (term.raw !== null || token.quantity) {
    if (term.raw === null || !token.quantity || token.quantity.fraction) return null
    if (token.quantity.raw === term.raw) return { kind: 'number', likeness: 1 }
    return isNear(token.quantity.raw, term.raw) ? { kind: 'number', likeness: ROUND_NUMBER } : null
  }
  if (token.stop) return term.text === token.text ? SAME : null
  if (term.stem === token.stem) return SAME
  if (term.name && isSameSound({ text: token.text, sound }, term)) return { kind: 'sound', likeness: SOUND }
  const spelling = spellingLikeness(token.stem, term.stem)
  if (spelling > 0) return { kind: 'sound', likeness: spelling }
  return areSynonyms(token.stem, term.stem) ? { kind: 'synonym', likeness: SYNONYM } : null
}

const initials = (tokens: readonly Token[]) => tokens.map((token) => token.text[0] ?? '').join('')

/** "recovery point objective" for "RPO": the words whose initials a short name is. */
function spelledOut(name: string, tokens: readonly Token[]): [number, number][] {
  const found: [number, number][] = []
  for (let from = 0; from + name.length <= tokens.length; from++) {
    if (tokens[from]!.text[0] !== name[0]) continue
    const run = tokens.slice(from, from + name.length)
    if (initials(run) === name && run.every((token) => token.text.length > 1 && !token.quantity))
      found.push([from, from + name.length])
  }
  return found
}

/** Where several words of the answer are one of the point: "R P O", "git hub", "cough ka". */
function joinedMatches(term: Term, { tokens, joined, joinedBy }: Answer): [number, number, Likeness][] {
  const found: [number, number, Likeness][] = []
  const plain = term.text.replace(/s$/, '')
  for (const written of new Set([term.text, plain, `${plain}s`]))
    for (const { from, to } of joinedBy.get(written) ?? []) found.push([from, to, SAME])
  if (!term.name) return found
  for (const heard of joined)
    if (heard.sound !== '' && (isSameSound(heard, term) || spellingLikeness(heard.text, term.text) > 0))
      found.push([heard.from, heard.to, { kind: 'sound', likeness: SOUND }])
  if (plain.length >= 2 && plain.length <= 5)
    for (const [from, to] of spelledOut(plain, tokens)) found.push([from, to, SAME])
  return found
}

/** Where one word of the answer is two of the point: "runbook" for "run book". */
function splitMatches(point: PointTerms, answer: Answer): [number, number][] {
  const termAt = new Map(point.terms.map((term, index) => [term.position, index]))
  const found: [number, number][] = []
  for (const [position, token] of point.tokens.entries()) {
    const next = point.tokens[position + 1]
    for (const entry of next ? (answer.byText.get(token.text + next.text) ?? []) : [])
      for (const term of [termAt.get(position), termAt.get(position + 1)])
        if (term !== undefined) for (const at of entry.at) found.push([term, at])
  }
  return found
}

/** Everything in an answer that may say a term of the point, in order. */
export function findMatches(point: PointTerms, answer: Answer): Match[] {
  const matches: Match[] = []
  const add = (term: number, from: number, to: number, likeness: Likeness) =>
    matches.push({ term, from, to, ...likeness, negated: answer.tokens[to - 1]!.negated })
  for (const [index, term] of point.terms.entries()) {
    for (const entry of answer.vocabulary) {
      const likeness = recognise(term, entry)
      if (likeness) for (const at of entry.at) add(index, at, at + 1, likeness)
    }
    for (const [from, to, likeness] of joinedMatches(term, answer)) add(index, from, to, likeness)
  }
  for (const [term, at] of splitMatches(point, answer)) add(term, at, at + 1, SAME)
  return matches.sort((a, b) => a.from - b.from || a.to - b.to || a.term - b.term)
}

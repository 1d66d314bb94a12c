import { soundOf, spellingLikeness } from './names.ts'
import type { Token } from './token.ts'

/** Where in an answer a name is looked for. */
export type NameScope = {
  tokens: readonly Token[]
  near: (token: number) => boolean
  wide: (token: number) => boolean
  /** The token that says a word of the point, by its stem, near where the point is stated; null without. */
  saidAt: (stem: string) => number | null
  /** Whether a token was written with a capital where a small letter could stand. */
  capital: (token: number) => boolean
  /** The words of the point before and behind the fact, by their stems; null at its ends. */
  before: string | null
  behind: string | null
}

export type NameReading = {
  status: 'right' | 'approximate' | 'wrong' | 'absent'
  credit: number
  place: { from: number; to: number } | null
}

/** What a name begins with that another name may follow as well. */
const TITLES =
  /^(mr|mrs|ms|miss|mister|dr|doctor|professor|prof|captain|sister|brother|father|sir|lady|lord|judge|inspector|sergeant|officer|colonel|major|general|nurse|chef|coach|aunt|uncle|hotel|hospital|school|storm|saint|st|lake|mount|hall|port)$/

/** Whether two words can be one name heard differently: the same first sound, or nearly the same letters. */
const mayBeHeardAs = (heard: string, name: string) =>
  spellingLikeness(heard, name) > 0 || soundOf(heard).slice(0, 2) === soundOf(name).slice(0, 2)

/** Another name in the place of one: behind its title, or between the words that stand around it in the point. */
function otherName(
  name: readonly Token[],
  { tokens, near, saidAt, capital, before, behind }: NameScope,
): number | null {
  const last = name.at(-1)!
  const isOther = (at: number) =>
    tokens[at] !== undefined &&
    capital(at) &&
    !tokens[at]!.quantity &&
    !name.some((word) => mayBeHeardAs(tokens[at]!.text, word.text))
  const title = name.length > 1 && TITLES.test(name[0]!.text) ? name[0]!.text : null
  for (const [at, token] of tokens.entries())
    if (
      title &&
      token.text === title &&
      near(at) &&
      isOther(at + 1) &&
      !name.slice(1).some((word) => word.text === tokens[at + 1]!.text)
    )
      return at + 1
  if (name.length > 1 || saidAt(last.stem) !== null) return null
  const left = before === null ? null : saidAt(before)
  const right = behind === null ? null : saidAt(behind)
  const slot = left !== null && isOther(left + 1) ? left + 1 : right !== null && isOther(right - 1) ? right - 1 : null
  return slot !== null && near(slot) ? slot : null
}

/** What became of a fact without values: the share of its content words said with the point decides. */
export function readName(text: string, fact: readonly Token[], scope: NameScope): NameReading {
  const wanted = fact.filter((token) => !token.stop)
  const places = wanted.map((token) => scope.saidAt(token.stem))
  const said = places.filter((place) => place !== null)
  const credit = wanted.length === 0 ? 1 : said.length / wanted.length
  const other = /\p{Lu}/u.test(text) && credit < 1 && wanted.length > 0 ? otherName(wanted, scope) : null
  if (other !== null)
    return { status: 'wrong', credit: 0, place: { from: other - (wanted.length > 1 ? 1 : 0), to: other + 1 } }
  if (credit <= 0.5 || said.length === 0) return { status: 'absent', credit, place: null }
  const place = { from: Math.min(...said), to: Math.max(...said) + 1 }
  return { status: credit === 1 ? 'right' : 'approximate', credit, place }
}

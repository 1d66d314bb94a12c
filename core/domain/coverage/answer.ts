import { soundOf } from './names.ts'
import type { Token } from './token.ts'

/** Neighbouring tokens `from` to `to` written as one word; no sound where they are too many to be mis-heard as one. */
export type Joined = { text: string; sound: string; from: number; to: number }

/** A different word or number of an answer and the tokens that are it. */
export type Entry = { token: Token; sound: string; at: readonly number[] }

/** An answer, ready to be searched. */
export type Answer = {
  tokens: readonly Token[]
  vocabulary: readonly Entry[]
  byText: ReadonlyMap<string, readonly Entry[]>
  joined: readonly Joined[]
  joinedBy: ReadonlyMap<string, readonly Joined[]>
}

/** A recogniser splits one name into at most this many words ("C P N R T I"). */
const MOST_JOINED = 6
const MOST_MISHEARD = 3

/** Every two or three neighbours, and longer runs of letters and digits, as one word. */
function joinNeighbours(tokens: readonly Token[]): Joined[] {
  const joined: Joined[] = []
  for (let from = 0; from < tokens.length; from++) {
    let text = tokens[from]!.text
    for (let to = from + 2; to <= Math.min(from + MOST_JOINED, tokens.length); to++) {
      text += tokens[to - 1]!.text
      const length = to - from
      if (length > MOST_MISHEARD && text.length > 2 * length) break
      joined.push({ text, sound: length > MOST_MISHEARD ? '' : soundOf(text), from, to })
    }
  }
  return joined
}

/** Prepares the tokens of an answer for `findMatches`. */
export function prepareAnswer(tokens: readonly Token[]): Answer {
  const different = Map.groupBy(tokens.keys(), (at) => `${tokens[at]!.text} ${tokens[at]!.quantity !== null}`)
  const vocabulary = [...different.values()].map((at) => ({
    token: tokens[at[0]!]!,
    sound: soundOf(tokens[at[0]!]!.text),
    at,
  }))
  const joined = joinNeighbours(tokens)
  return {
    tokens,
    vocabulary,
    byText: Map.groupBy(vocabulary, ({ token }) => token.text),
    joined,
    joinedBy: Map.groupBy(joined, ({ text }) => text),
  }
}

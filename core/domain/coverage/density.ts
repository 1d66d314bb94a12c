import type { Sought } from './fit.ts'

/** Words within this many tokens of a place speak for it, fully up to `CLOSE`, else by the share `FARTHER`. */
const REACH = 9
const CLOSE = 5
const FARTHER = 0.7
/** Another place begins this many tokens away. */
const AWAY = 10

/** How much of a point (0-1) its words around a token of the answer say; numbers left out. */
export type Density = {
  at: (token: number) => number
  /** The most that is said around any other place by words that no test leaves out. */
  away: (token: number, leaveOut?: (token: number) => boolean) => number
}

/** Measures how densely an answer speaks of a point. */
export function densityOf({ point: { terms }, matches }: Sought): Density {
  const words = matches.filter(({ term }) => terms[term]!.raw === null)
  const measure = (token: number, leaveOut: (token: number) => boolean) => {
    const best = new Map<number, number>()
    for (const { term, from, likeness } of words) {
      const distance = Math.abs(from - token)
      if (distance > REACH || leaveOut(from)) continue
      const said = likeness * (distance <= CLOSE ? 1 : FARTHER)
      if (said > (best.get(term) ?? 0)) best.set(term, said)
    }
    return [...best].reduce((sum, [term, said]) => sum + said * terms[term]!.weight, 0)
  }
  const none = () => false
  return {
    at: (token) => measure(token, none),
    away: (token, leaveOut = none) =>
      [...new Set(words.map(({ from }) => from))]
        .filter((from) => Math.abs(from - token) > AWAY)
        .reduce((most, from) => Math.max(most, measure(from, leaveOut)), 0),
  }
}

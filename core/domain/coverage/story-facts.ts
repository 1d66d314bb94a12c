import type { Fact } from '../story.ts'
import { spanText, type Word, type WordSpan } from '../transcript.ts'
import { bindValues } from './binding.ts'
import { valuesIn, valuesOf } from './expected-values.ts'
import { type FactReading, readFact } from './facts.ts'
import type { Sought } from './fit.ts'
import { readValues } from './said-values.ts'
import { within } from './spans.ts'
import { segmentsOf, supportFor } from './support.ts'
import type { Sighting } from './survey.ts'
import type { PointTerms } from './terms.ts'
import type { Token } from './token.ts'

/** How far from a point's words its facts are looked for, in tokens: for other values, and for the right ones. */
const NEAR = 6
const WIDE = 14
/** A term that was said as clearly as this counts as the word of a fact. */
const CLEAR = 0.75

type FactPoint = { text: string; facts: readonly Fact[] }

/** The content words of a point right before and behind a fact, by their stems. */
function neighboursOf(fact: Fact, text: string, { tokens }: PointTerms) {
  const begin = text.indexOf(fact.text)
  const wordsBefore = text.slice(0, Math.max(0, begin)).split(/\s+/).filter(Boolean).length
  const wordsInside = fact.text.split(/\s+/).length
  return {
    before: tokens.findLast((token) => token.to <= wordsBefore && !token.stop)?.stem ?? null,
    behind: tokens.find((token) => token.from >= wordsBefore + wordsInside && !token.stop)?.stem ?? null,
  }
}

/** Whether the answer writes small letters at all, and a token begins with a capital inside a sentence. */
function capitals(tokens: readonly Token[], words: readonly Word[]): (token: number) => boolean {
  const opens = (word: number) => word === 0 || /[.!?…]["')]*$/.test(words[word - 1]!.text)
  return (token) => {
    const { from } = tokens[token]!
    return !opens(from) && /^["'(]*\p{Lu}/u.test(words[from]!.text) && !/^I\b/.test(words[from]!.text)
  }
}

/** What became of the facts of every point of a story in an answer, by point. */
export function readFacts(
  points: readonly FactPoint[],
  sought: readonly Sought[],
  sightings: readonly Sighting[],
  tokens: readonly Token[],
  words: readonly Word[],
): FactReading[][] {
  const segments = segmentsOf(tokens)
  const bindable = sought.map(({ point, matches }, i) => ({
    values: valuesIn(point),
    support: supportFor(point, matches, tokens, segments),
    near: within(sightings[i]!.spans, WIDE),
  }))
  const bound = bindValues(bindable, readValues(tokens))
  const capital = capitals(tokens, words)
  const say = (span: WordSpan) => spanText(words, span).replace(/[.,;:!?]+$/, '')
  return points.map(({ text, facts }, i) => {
    const { point, matches } = sought[i]!
    const wide = within(sightings[i]!.spans, WIDE)
    const saidAt = (stem: string) => {
      const term = point.terms.findIndex((each) => each.stem === stem)
      const best = matches
        .filter((match) => match.term === term && match.likeness >= CLEAR && wide(match.from))
        .reduce<number | null>((at, match) => at ?? match.to - 1, null)
      return best
    }
    const near = within(sightings[i]!.spans, NEAR)
    return facts.map((fact) =>
      readFact(fact, valuesOf(fact, text, point, bindable[i]!.values), {
        bound: bound[i]!,
        tokens,
        near,
        wide,
        saidAt,
        capital,
        say,
        ...neighboursOf(fact, text, point),
      }),
    )
  })
}

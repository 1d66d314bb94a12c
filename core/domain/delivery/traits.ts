import type { Token } from '../coverage/token.ts'
import type { WordSpan } from '../transcript.ts'
import { Trait, type TraitFinding } from './delivery.ts'
import { isFigure } from './figures.ts'
import { disjoint, findPattern, mentionOf, type Spoken } from './spoken.ts'
import { ASKED, RESULT_VERBS, TRAIT_PHRASES } from './trait-words.ts'

/** A number proves a result when it stands this near its verb, in words. */
const NEAR_WORDS = 7
/** Before its verb it stands this near: "40 orders were saved". */
const NEAR_BEFORE = 2

/** Where a value ends: with its unit, and with the value it changed to ("from 12 ovens to 3 ovens"). */
function reach(words: Spoken['words'], quantities: readonly WordSpan[], from: number): number {
  let end = from
  if (quantities.some(({ to }) => to === end) && !words[end - 1]!.closes && words[end] && words[end]!.text !== 'to')
    end++
  const next = quantities.find((quantity) => quantity.from === end + 1 && words[end]?.text === 'to')
  return next ? reach(words, quantities, next.to) : end
}

/** From a verb of change to its figure, whichever comes first; null when none is near. */
function withFigure(words: Spoken['words'], quantities: readonly WordSpan[], verb: WordSpan): WordSpan | null {
  const after = quantities.find(
    ({ from, to }) =>
      from >= verb.from && to - verb.from <= NEAR_WORDS && !words.slice(verb.from, to - 1).some((word) => word.ends),
  )
  const before = quantities.findLast(
    ({ to }) =>
      to <= verb.from && verb.from - to <= NEAR_BEFORE && !words.slice(to - 1, verb.from).some((word) => word.closes),
  )
  // What follows the verb is what changed: "within two weeks we cut it to 80"; but "60 percent fewer".
  if (before && (!after || verb.from - before.to <= 1)) return { from: before.from, to: verb.to }
  return after ? { from: verb.from, to: Math.max(verb.to, after.to) } : null
}

/** A quantity beside a verb of change, from the one to the other: "reduced the latency to 80 milliseconds". */
function impactSpans(spoken: Spoken, tokens: readonly Token[]): WordSpan[] {
  const positions = new Map(spoken.words.map((word, position) => [word.at, position]))
  const quantities = tokens.flatMap((token) => {
    const from = isFigure(token) ? positions.get(token.from) : undefined
    return from === undefined ? [] : [{ from, to: (positions.get(token.to - 1) ?? from) + 1 }]
  })
  return findPattern(spoken, RESULT_VERBS).flatMap((verb) => {
    const found = withFigure(spoken.words, quantities, verb)
    return found ? [{ from: found.from, to: reach(spoken.words, quantities, found.to) }] : []
  })
}

const asked = (checklist: readonly string[], trait: Trait) => checklist.some((text) => ASKED[trait].test(text))

/**
 * Traits that the words show or a checklist asks for, asked ones first. Signals, no proof: phrases that interviewers'
 * rubrics name as behaviour (structured interviews score shown behaviour, Campion, Palmer & Campion 1997).
 */
export function findTraits(spoken: Spoken, tokens: readonly Token[], checklist: readonly string[]): TraitFinding[] {
  const findings = Trait.options.map((trait) => {
    const spans =
      trait === 'impact'
        ? impactSpans(spoken, tokens)
        : TRAIT_PHRASES[trait].flatMap((pattern) => findPattern(spoken, pattern))
    const mentions = disjoint(spans).map(({ from, to }) => mentionOf(spoken, from, to))
    return { trait, asked: asked(checklist, trait), mentions }
  })
  return findings
    .filter((finding) => finding.asked || finding.mentions.length > 0)
    .sort((a, b) => Number(b.asked) - Number(a.asked))
}

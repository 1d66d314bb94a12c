import type { Token } from '../coverage/token.ts'
import type { WordSpan } from '../transcript.ts'
import { Trait, type TraitFinding } from './delivery.ts'
import { isFigure } from './figures.ts'
import { disjoint, findPattern, mentionOf, type Spoken } from './spoken.ts'
import { ASKED, RESULT_VERBS, TRAIT_PHRASES } from './trait-words.ts'

/** A number proves a result when it stands this near its verb, in words. */
const NEAR_WORDS = 7

/** Where a value ends: with its unit, and with the value it changed to ("from 12 ovens to 3 ovens"). */
function reach(words: Spoken['words'], quantities: readonly WordSpan[], from: number): number {
  let end = from
  if (quantities.some(({ to }) => to === end) && !words[end - 1]!.closes && words[end] && words[end]!.text !== 'to')
    end++
  const next = quantities.find((quantity) => quantity.from === end + 1 && words[end]?.text === 'to')
  return next ? reach(words, quantities, next.to) : end
}

/** A quantity beside a verb of change, from the one to the other: "reduced the latency to 80 milliseconds". */
function impactSpans(spoken: Spoken, tokens: readonly Token[]): WordSpan[] {
  const positions = new Map(spoken.words.map((word, position) => [word.at, position]))
  const quantities = tokens.flatMap((token) => {
    const from = isFigure(token) ? positions.get(token.from) : undefined
    return from === undefined ? [] : [{ from, to: (positions.get(token.to - 1) ?? from) + 1 }]
  })
  return findPattern(spoken, RESULT_VERBS).flatMap((verb) => {
    const spans = quantities
      .map((quantity) => ({ from: Math.min(verb.from, quantity.from), to: Math.max(verb.to, quantity.to) }))
      .filter(({ from, to }) => to - from <= NEAR_WORDS && !spoken.words.slice(from, to - 1).some((word) => word.ends))
    const nearest = spans.sort((a, b) => a.to - a.from - (b.to - b.from))[0]
    if (!nearest) return []
    return [{ from: nearest.from, to: reach(spoken.words, quantities, nearest.to) }]
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

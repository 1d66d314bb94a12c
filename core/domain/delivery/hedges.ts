import type { WordSpan } from '../transcript.ts'
import type { Filler, Mention } from './delivery.ts'
import { kindOfUse } from './fillers.ts'
import { disjoint, findPattern, mentionOf, type Spoken } from './spoken.ts'

/** What softens a statement; each pattern is looked for in small letters, commas kept. */
const HEDGES: readonly RegExp[] = [
  // Not "what I think", "I think about": there it is told, not softened.
  /(?<!\b(?:what|how|do|did|makes|made|let|where|when|way) )\bi think(?: maybe)?\b(?! (?:about|of|through|back|before|differently|outside|ahead|fast|critically|on my feet|like an?)\b)/g,
  /(?<!\b(?:what|do|did|me|could|can) )\bi (?:guess|suppose|reckon)\b(?! (?:the|what)\b)/g,
  /\bi feel (?:like|as if|as though)\b/g,
  /\bi(?:'d| would) (?:say|like to think)\b(?! (?:to|no|yes|hello)\b)/g,
  /\bi'?m not (?:really |entirely |quite |too )?sure(?: if| whether)?\b/g,
  /\b(?:maybe|perhaps|probably|possibly|presumably|hopefully|arguably|supposedly|somewhat|apparently)\b/g,
  /\b(?:as far as i (?:know|remember|can tell)|if i remember (?:right|correctly|rightly)|if that makes sense|in a way|more or less|pretty much|or something(?: like that)?|or whatever|and stuff(?: like that)?)\b/g,
  // "A bit of timber" and "wait a bit" are amounts.
  /(?<!\b(?:for|after|wait|waited|in|quite|every|hang on) )\ba (?:little )?bit\b(?! of (?!an?\b))(?: of an?\b)?/g,
  /\bquite a bit\b(?! of (?!an?\b))/g,
  /(?<!\bnot )\b(?:fairly|a little) (?=(?:more|less|too|nervous|unsure|worried|difficult|hard|easy|good|bad|late|slow|tricky|tense|upset|simple|confident|sure|new|common|quickly|well|better|worse|stressed|tired|scared|annoyed|frustrated|unclear|messy|awkward)\b)/g,
  // "Just" only where it makes one's own part small; "just 48 hours" and "just before" are facts.
  /\b(?:i|we|i'm|we're|i was|we were) just (?:want(?:ed)?|thought|think|felt|feel|tried|try|trying|hop(?:ed|ing)|wonder(?:ed|ing)|help(?:ed|ing)|did|doing|follow(?:ed|ing))\b/g,
  /\b(?:it was|it's|that was|that's|i was|i'm) just (?:an?|the|my|part of|one of|luck|lucky)\b(?! (?:matter|start|beginning|question|tip|way)\b)/g,
]

/** What leaves no room; "not everyone" and "nearly always" do. */
const ABSOLUTES: readonly RegExp[] = [
  /\b(?:always|never|everyone|everybody|nobody|no ?one|impossible|completely|totally|entirely|absolutely|constantly|flawlessly|undoubtedly)\b/g,
  // "A hundred percent of our orders" is a figure.
  /(?<!\b(?:to|at|from|reached|hit|scored|by|was|were|is|of) )\b(?:100 ?percent|(?:a |one )?hundred percent)\b(?! of\b)/g,
  /\b(?:all the time|every single (?!(?:day|morning|night|week|one of)\b)\w+|without (?:a|any) doubt|there was no way|no doubt|the best (?:\w+ )?ever|the worst (?:\w+ )?ever|at all times)\b/g,
]

/** After these an absolute is none. */
const SOFTENED = /(?:\bnot|n't|\balmost|\bnearly|\bhardly|\brarely|\bpractically|\bvirtually|\bseldom)[ ,]+$/

/** "Never mind", "as always": set phrases. */
const SET_PHRASES = /^(?:never mind|never ?ending|absolutely right|everyone else)/

const matches = (spoken: Spoken, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) => findPattern(spoken, pattern))

const mentions = (spoken: Spoken, spans: readonly WordSpan[]): Mention[] =>
  disjoint(spans).map(({ from, to }) => mentionOf(spoken, from, to))

/**
 * Words that soften a statement (Lakoff 1972 named them hedges), in order; what already counts as a filler is left out.
 */
export function findHedges(spoken: Spoken, fillers: readonly Filler[]): Mention[] {
  const kinds = [...spoken.words.keys()]
    .filter((at) => kindOfUse(spoken.words, at) === 'hedge')
    .map((at) => ({ from: at, to: at + 2 }))
  const filled = new Set(fillers.map(({ span }) => span.from))
  return mentions(spoken, [...matches(spoken, HEDGES), ...kinds]).filter(({ span }) => !filled.has(span.from))
}

/** Words that leave no room for an exception, in order; "not everyone" and "nearly always" do leave room. */
export function findAbsolutes(spoken: Spoken): Mention[] {
  const found = matches(spoken, ABSOLUTES).filter(({ from }) => {
    const offset = spoken.offsets[from]!
    return (
      !SOFTENED.test(spoken.text.slice(Math.max(0, offset - 14), offset)) &&
      !SET_PHRASES.test(spoken.text.slice(offset, offset + 20))
    )
  })
  return mentions(spoken, found)
}

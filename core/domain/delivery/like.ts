import { wordSet } from '../word-set.ts'
import { HESITATION } from './filler-words.ts'
import type { SpokenWord } from './spoken.ts'

/** "It was like really slow": before a degree, "like" compares nothing. */
const DEGREES = wordSet(`
  really very so super totally completely pretty literally actually basically absolutely extremely honestly way too
  crazy kind sort okay oh no yeah wow hey wait um uh maybe probably`)

/** Forms of "be"; in `CARRIERS` also verbs before an amount: "we had like fifty". */
const BE = wordSet("is was are were be been being am it's that's wasn't isn't weren't they're we're i'm he's she's")
const CARRIERS = wordSet(`
  have had has having got get took take takes took spent lost made paid waited only just maybe about after before within
  in for at with to by over from every on under than of around up another last next`)

/** Prepositions after which "like" never compares. */
const PREPOSITIONS = wordSet('for in with at after within by from about over under of on during before into through')
/** What an amount or a thing begins with. */
const DETERMINERS = wordSet(`
  a an the my our your his her their every all this that these those some no any another half nearly almost
  hundreds thousands dozens`)

/** "And like we had to": after these, before a subject; `OTHERS` never stand for what was said before. */
const JOINERS = wordSet('and but so because cause cuz then or plus')
const SUBJECTS = wordSet(`
  i we they he she it i'm we're they're it's i'd we'd i've we've he's she's i'll we'll`)
const OTHERS = wordSet('there nobody everybody everyone somebody')

/** "Like we agreed", "like I said": what was said or known before. */
const AS_SAID = wordSet(`
  said say says mentioned agreed planned discussed expected promised did do does always usually normally told explained
  wanted hoped used had've should would are were was could`)

/** After "like a", amounts. */
const ROUND = wordSet('hundred thousand million dozen couple few lot bunch third quarter')

const AMOUNT = /^(\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|\w+teen|\w+ty|hundred|half)$/
const VERB_SUBJECT =
  /^(i|you|we|they|he|she|who|people|to|don't|didn't|doesn't|not|would|i'd|we'd|they'd|also|really|customers|guests|children|kids|patients|clients|users|parents|everyone|everybody|nobody|would've|might|may|will|never|always)$/
const SENSES = /^(look|sound|feel|seem|taste|smell)(s|ed|ing)?$|^felt$|^(something|anything|nothing|things|stuff|much)$/

/**
 * Whether "like" fills at a position. Set off by commas it does; recognisers leave commas out, so it also does where
 * the words around it leave no room for a verb or a comparison. Chosen on a table of sentences, see the tests.
 */
export function isFillingLike(words: readonly SpokenWord[], at: number): boolean {
  const word = words[at]!
  if (word.text !== 'like') return false
  const before = words[at - 1]
  const after = words[at + 1]
  const previous = before && !word.opens ? before.text : ''
  const next = after && !word.closes ? after.text : ''
  const verb = words[at + 2]?.text ?? ''
  if (word.closes) {
    if (word.ends) return false
    return (
      word.opens ||
      HESITATION.test(previous) ||
      BE.has(previous) ||
      JOINERS.has(previous) ||
      /^(just|had|the|a|to)$/.test(previous)
    )
  }
  const isNewClause = SUBJECTS.has(next) && !AS_SAID.has(verb)
  const isAmount = AMOUNT.test(next) || HESITATION.test(next) || (next === 'a' && ROUND.has(verb))
  if (VERB_SUBJECT.test(previous) || SENSES.test(previous)) return false
  if (word.opens) return before !== undefined && !before.ends && (DEGREES.has(next) || isAmount)
  if (HESITATION.test(previous)) return true
  // "There was like…": nothing stands there that could be compared.
  if (BE.has(previous)) return DEGREES.has(next) || isAmount || words[at - 2]?.text === 'there'
  if (PREPOSITIONS.has(previous)) return isAmount || DETERMINERS.has(next)
  if (CARRIERS.has(previous)) return isAmount || (next !== 'that' && next !== 'so' && DEGREES.has(next))
  if (JOINERS.has(previous)) return DEGREES.has(next) || isAmount || OTHERS.has(next) || isNewClause
  if (/\w{2}(ing|ed)$/.test(previous)) return isAmount || /^(maybe|about|probably|nearly|almost)$/.test(next)
  // A determiner needs its noun: "the like really old one".
  return /^(a|an|the|this|that|these|those|my|our)$/.test(previous) && DEGREES.has(next) && next !== 'so'
}

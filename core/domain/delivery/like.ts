import { HESITATION } from './filler-words.ts'
import {
  AS_SAID,
  BE,
  CARRIERS,
  DEGREES,
  DETERMINERS,
  JOINERS,
  OTHERS,
  PREPOSITIONS,
  ROUND,
  SUBJECTS,
} from './like-words.ts'
import type { SpokenWord } from './spoken.ts'

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

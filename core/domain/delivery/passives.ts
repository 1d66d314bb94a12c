import type { Mention } from './delivery.ts'
import { FUNCTION_WORDS } from './filler-words.ts'
import { AFTER_GET, BE, BETWEEN, GET, IRREGULAR, NO_DOER, PERSONAL_STATES, STATES } from './participles.ts'
import { mentionOf, type Spoken, type SpokenWord } from './spoken.ts'

/** A doer is looked for this many words after the participle. */
const DOER_REACH = 6
const PERSON = /^(?:i|we|you|he|she|they|who|everyone|everybody|people)$/

const isParticiple = (text: string) =>
  !STATES.has(text) && (IRREGULAR.has(text) || (/^\p{L}{2,}ed$/u.test(text) && text.length > 4))

/** The participle that belongs to the "be" or "get" at a position; null when none follows. */
function participleAt(words: readonly SpokenWord[], at: number): number | null {
  for (let i = at + 1; i <= Math.min(at + 3, words.length - 1) && !words[i - 1]!.closes; i++) {
    const { text } = words[i]!
    if (isParticiple(text)) return i
    if (!BETWEEN.has(text) && !/\p{L}{2}ly$/u.test(text)) return null
  }
  return null
}

function hasDoer(words: readonly SpokenWord[], after: number): boolean {
  for (let i = after + 1; i < words.length && i <= after + DOER_REACH && !words[i - 1]!.ends; i++) {
    const doer = words[i + 1]?.text
    if (words[i]!.text !== 'by' || doer === undefined) continue
    const named = /^(?:the|a|an|my|our|that|this)$/.test(doer) ? (words[i + 2]?.text ?? '') : doer
    if (!NO_DOER.has(named) && !/^\d|ing$|^(?:end|time|two|three|four|five|six|seven|eight|nine|ten)$/.test(named))
      return true
  }
  return false
}

function isState(words: readonly SpokenWord[], be: number, participle: number): boolean {
  const { text } = words[participle]!
  const before = words[be]!.opens ? '' : (words[be - 1]?.text ?? '')
  if (GET.test(words[be]!.text))
    return AFTER_GET.has(text) || /^(?:i've|we've|have|has|had|you've|they've)$/.test(before)
  const next = words[participle]!.closes ? '' : (words[participle + 1]?.text ?? '')
  // "That is made of", "it was left to me": what follows says it is no hidden doing.
  if (text === 'made' && /^(?:of|up)$/.test(next)) return true
  if (text === 'said' && next === 'and') return true
  return PERSON.test(before) && PERSONAL_STATES.has(text)
}

/** Sentences that say what was done and not by whom ("it was decided", "got approved"), from the verb on, in order. */
export function findPassives(spoken: Spoken): Mention[] {
  const { words } = spoken
  const found: Mention[] = []
  let end = 0
  for (let at = 0; at < words.length; at++) {
    if (at < end || !(BE.test(words[at]!.text) || GET.test(words[at]!.text))) continue
    const participle = participleAt(words, at)
    if (participle === null || isState(words, at, participle) || hasDoer(words, participle)) continue
    // With the word before, often its subject: "mistakes were made", "it was decided".
    const from = !words[at]!.opens && at - 1 >= end ? at - 1 : at
    end = participle + 1
    // "Maria was told": what begins a sentence there may be a name.
    found.push(mentionOf(spoken, from, end, from === at || FUNCTION_WORDS.has(words[from]!.text)))
  }
  return found
}

import { wordSet } from '../word-set.ts'
import { GENERAL_WORDS } from './english.ts'
import type { Token } from './token.ts'

/** Past forms that do not end in -ed; those that are also present forms ("put", "read") tell nothing. */
const IRREGULAR = wordSet(
  `was were did had went made took got found gave built wrote told came kept led ran held said thought began broke
  brought bought caught chose drew drove fell felt fought flew forgot froze grew heard hid knew laid left lent lost meant
  met paid rang rose sat saw sold sent shook showed shot sang sank slept slid spoke spent stood stole stuck struck swam
  swore taught tore threw understood woke wore won wound withdrew`,
)
const isPast = ({ text }: Token) => IRREGULAR.has(text) || /^\p{L}{2,}ed$/u.test(text)

/**
 * Whether words talk about how things are in general (towards 1) or about what happened (towards -1): a topic is not a
 * story. `doubt` counts as that many words of neither kind, so that few words say little.
 */
export function generality(tokens: readonly Token[], doubt = 1): number {
  const general = tokens.filter(({ text }) => GENERAL_WORDS.has(text)).length
  const past = tokens.filter(isPast).length
  return (general - past) / (general + past + doubt)
}

const MODAL = /^(could|should|would|might|can|must|may)$/
const ANYBODY = /^(people|you|everyone|everybody|anyone|anybody)$/

/** Whether words say what one could or should do, which nobody did: "one could walk there", "people should test". */
export const isHypothetical = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }, i) => {
    const next = tokens[i + 1]?.text ?? ''
    return (text === 'one' && MODAL.test(next)) || (ANYBODY.test(text) && next === 'should')
  })

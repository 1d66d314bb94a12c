import { GENERAL_WORDS } from './english.ts'
import type { Token } from './token.ts'

/** How past tense looks: regular endings; irregular forms are few enough to list. */
const PAST =
  /^(was|were|did|had|went|made|took|got|found|gave|built|wrote|told|came|kept|led|ran|held|said|thought|\p{L}{2,}ed)$/u

/** Whether words talk about how things are in general (1) or about what happened (−1): a topic is not a story. */
export function generality(tokens: readonly Token[]): number {
  const general = tokens.filter(({ text }) => GENERAL_WORDS.has(text)).length
  const past = tokens.filter(({ text }) => PAST.test(text)).length
  return (general - past) / (general + past + 1)
}

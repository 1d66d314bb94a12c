import type { Word } from '../transcript.ts'
import type { Filler } from './delivery.ts'

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}']+/gu, '')
const list = (words: string) => new Set(words.split(' '))

const HESITATION = /^(u+m+|u+h+|e+r+m*|a+h+|h+m+|m+h*m+|uhm|erm)$/
/** After these, or set off by a comma, "actually" fills; before a verb it means something. */
const ACTUALLY_AFTER = list('and but so because it is was')
const PHRASES: readonly (readonly [string, string])[] = [
  ['you', 'know'],
  ['i', 'mean'],
  ['sort', 'of'],
  ['kind', 'of'],
]
/** After these, "sort of" and "kind of" name a sort or a kind. */
const KIND_BEFORE = list('a an any the this that what which some every each all another same certain one')
/** Before these, "you know" has an object; after those, a subject of its own or a question. */
const KNOWN_AFTER = list('that what how who why where if the your whether')
const KNOWN_BEFORE = list('do did if as let would what before')
/** English doubles these on purpose. */
const DOUBLED = list('had that very really no yes so much far many more long again over bye')
const DIGIT = /^(\d+|zero|one|two|three|four|five|six|seven|eight|nine)$/

const ends = (text: string, marks: RegExp) => marks.test(text)
const setOffAfter = (word: Word | undefined) => word === undefined || ends(word.text, /[,.;:!?…—-]$/)

/** How many words from `at` on are one filler; 0 when it is ordinary speech. */
function fillerLength(words: readonly Word[], at: number): number {
  const [previous, word, next] = [words[at - 1], words[at]!, words[at + 1]]
  const [before, text, after] = [bare(previous?.text ?? ''), bare(word.text), bare(next?.text ?? '')]
  if (HESITATION.test(text) || text === 'basically') return 1
  if (text === 'actually') return setOffAfter(previous) || setOffAfter(word) || ACTUALLY_AFTER.has(before) ? 1 : 0
  const commaAfter = ends(word.text, /[,…]$/)
  // "like" and "so" carry meaning unless the speaker sets them off on both sides.
  if (
    text === 'like' &&
    commaAfter &&
    (setOffAfter(previous) || HESITATION.test(before) || /^(and|but|was|so)$/.test(before))
  )
    return 1
  if (text === 'so' && commaAfter && setOffAfter(previous)) return 1
  if (!next || !PHRASES.some(([first, second]) => text === first && after === second) || setOffAfter(word)) return 0
  const following = bare(words[at + 2]?.text ?? '')
  const openAfter = !setOffAfter(next)
  if (after === 'of') return KIND_BEFORE.has(before) ? 0 : 2
  if (after === 'know') return KNOWN_BEFORE.has(before) || (openAfter && KNOWN_AFTER.has(following)) ? 0 : 2
  return before === 'what' || (openAfter && /^(that|it)$/.test(following)) ? 0 : 2
}

/** How many words from `at` on say the first of them again; 0 when none does. */
function repeatLength(words: readonly Word[], at: number): number {
  const text = bare(words[at]!.text)
  if (text === '' || DOUBLED.has(text) || DIGIT.test(text)) return 0
  let end = at + 1
  while (end < words.length && bare(words[end]!.text) === text && !ends(words[end - 1]!.text, /[.!?]$/)) end++
  return end - at > 1 ? end - at : 0
}

/** The fillers that were heard, in order and disjoint; at least these were said, since recognisers drop some. */
export function findFillers(words: readonly Word[]): Filler[] {
  const fillers: Filler[] = []
  for (let at = 0; at < words.length; ) {
    const length = fillerLength(words, at) || repeatLength(words, at)
    if (length > 0) {
      const said = words.slice(at, at + length)
      fillers.push({
        text: said.map((word) => bare(word.text)).join(' '),
        span: { from: at, to: at + length },
        startMs: said[0]!.startMs,
      })
    }
    at += Math.max(1, length)
  }
  return fillers
}

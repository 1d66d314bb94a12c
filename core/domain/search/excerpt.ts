import { z } from 'zod'
import { isFoundIn } from './terms.ts'

/** A stretch of an excerpt; marked where it was looked for. */
export const ExcerptPiece = z.object({ text: z.string(), isMatch: z.boolean() })
export type ExcerptPiece = z.infer<typeof ExcerptPiece>

/** The words around what was found, and the index of the first word that was looked for. */
export interface Excerpt {
  readonly pieces: readonly ExcerptPiece[]
  readonly at: number
}

/** How many words stand together in an excerpt, and how many of them before the first match. */
const WIDE = 16
const BEFORE = 4

/**
 * The place among the words where most of the terms stand together, the first of such places; null where none stands.
 * Each word stands as it is written; what was left out at either end is an ellipsis.
 */
export function excerptOf(words: readonly string[], terms: readonly string[]): Excerpt | null {
  const found = words.map((word) => terms.filter((term) => isFoundIn(word, term)))
  const at = bestPlace(found)
  if (at === null) return null
  const from = Math.max(0, Math.min(at - BEFORE, words.length - WIDE))
  const to = Math.min(words.length, from + WIDE)
  const pieces: ExcerptPiece[] = from > 0 ? [{ text: '… ', isMatch: false }] : []
  for (let i = from; i < to; i++) {
    push(pieces, words[i]!, found[i]!.length > 0)
    if (i + 1 < to) push(pieces, ' ', false)
  }
  if (to < words.length) push(pieces, ' …', false)
  return { pieces, at }
}

/** The first word of the place with most different terms, without the words before that it can do without. */
function bestPlace(found: readonly (readonly string[])[]): number | null {
  const termsIn = (from: number, to: number) => new Set(found.slice(from, to).flat()).size
  let best: number | null = null
  let most = 0
  for (let i = 0; i < found.length; i++) {
    if (found[i]!.length === 0) continue
    const here = termsIn(i, i + WIDE - BEFORE)
    if (here > most) [best, most] = [i, here]
  }
  if (best === null) return null
  const end = best + WIDE - BEFORE
  let at = best
  for (let i = best; i < end; i++) if (termsIn(i, end) === most && found[i]?.length) at = i
  return at
}

/** Stretches of one kind stand together. */
function push(pieces: ExcerptPiece[], text: string, isMatch: boolean): void {
  const last = pieces.at(-1)
  if (last && last.isMatch === isMatch) pieces[pieces.length - 1] = { text: last.text + text, isMatch }
  else pieces.push({ text, isMatch })
}

import type { Dimension } from './numbers.ts'

/** How a number was made rough: "about fifty", "over fifty", "almost fifty". */
export type Hedge = 'about' | 'over' | 'under'

/** A value that was said: `raw` as said, `value` in seconds, dollars, percent or things. */
export type Quantity = {
  raw: number
  value: number
  dimension: Dimension
  fraction: boolean
  hedge: Hedge | null
  /** Stems of the words that follow: what is counted. */
  nouns: readonly string[]
}

/** A word or number of a text, with the words of the text it comes from and what is known of its surroundings. */
export type Token = {
  text: string
  stem: string
  from: number
  to: number
  clause: number
  stop: boolean
  negator: boolean
  negated: boolean
  quantity: Quantity | null
}

import type { Dimension } from './numbers.ts'

/** A value that was said: `raw` as said, `value` in seconds, dollars, percent or things. */
export type Quantity = {
  raw: number
  value: number
  dimension: Dimension
  fraction: boolean
  hedged: boolean
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

import type { Fact } from '#domain/story'
import styles from './fact-text.module.css'

interface Piece {
  readonly text: string
  readonly at: number
  readonly isFact: boolean
}

/** Cuts a text at its facts; where facts overlap, the longer one wins. */
export function cutAtFacts(text: string, facts: readonly Fact[]): readonly Piece[] {
  const longestFirst = [...facts].sort((a, b) => b.text.length - a.text.length)
  const taken: { from: number; to: number }[] = []
  for (const fact of longestFirst) {
    const from = text.indexOf(fact.text)
    const to = from + fact.text.length
    if (from >= 0 && taken.every((span) => to <= span.from || from >= span.to)) taken.push({ from, to })
  }
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of taken.sort((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ text: text.slice(at, from), at, isFact: false })
    pieces.push({ text: text.slice(from, to), at: from, isFact: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, isFact: false })
  return pieces
}

/** The text of a point with its facts underlined. */
export function FactText({ text, facts }: { readonly text: string; readonly facts: readonly Fact[] }) {
  return cutAtFacts(text, facts).map((piece) =>
    piece.isFact ? (
      <span key={piece.at} className={styles.fact}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}

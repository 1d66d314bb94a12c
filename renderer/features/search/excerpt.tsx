import type { ExcerptPiece } from '#domain/search/excerpt'
import styles from './hits.module.css'

/** The words around what was found, with what was looked for marked. */
export function ExcerptText({ pieces }: { readonly pieces: readonly ExcerptPiece[] }) {
  return (
    <span className={styles.excerpt} dir="auto">
      {pieces.map(({ text, isMatch }, nth) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
        isMatch ? <mark key={nth}>{text}</mark> : <span key={nth}>{text}</span>,
      )}
    </span>
  )
}

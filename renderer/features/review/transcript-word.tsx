import { memo } from 'react'
import { cx } from '../../ui/cx.ts'
import styles from './transcript-text.module.css'

export interface TranscriptWordProps {
  readonly index: number
  readonly text: string
  readonly isCurrent: boolean
  readonly isTabStop: boolean
  /** Evidence of the point in focus. */
  readonly isActive: boolean
  /** The letter of the part that begins here. */
  readonly letter: string | null
  readonly flaw: 'wrong' | 'filler' | null
}

/** One word; the text around it plays from the word that is pressed. */
export const TranscriptWord = memo(function TranscriptWord(props: TranscriptWordProps) {
  const { index, text, isCurrent, isTabStop, isActive, letter, flaw } = props
  const word = (
    <button
      type="button"
      data-word={index}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      className={cx(styles.word, isActive && styles.active, isCurrent && styles.current, flaw && styles[flaw])}
    >
      {text}
    </button>
  )
  return (
    <>
      {letter ? (
        <span className={styles.first}>
          <span className={styles.letter} aria-hidden="true">
            {letter}
          </span>
          {word}
        </span>
      ) : (
        word
      )}{' '}
    </>
  )
})

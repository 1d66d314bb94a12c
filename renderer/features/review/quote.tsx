import Play from 'lucide-react/icons/play'
import { spanText, type Word, type WordSpan } from '#domain/transcript'
import { cx } from '../../ui/cx.ts'
import { formatDuration } from '../shared/format.ts'
import { spanTime, withRoom } from './evidence.ts'
import type { Hear } from './hear.ts'
import styles from './quote.module.css'

export interface QuoteProps {
  readonly words: readonly Word[]
  readonly span: WordSpan
  readonly onHear: Hear | undefined
  readonly isFaint?: boolean
  /** The user says that these words are no evidence. */
  onReject?(): void
}

/** Words of the transcript; pressing them plays that moment. */
export function Quote({ words, span, onHear, isFaint = false, onReject }: QuoteProps) {
  const time = spanTime(words, span)
  if (!time) return null
  const { startMs, endMs } = withRoom(time)
  const said = spanText(words, span)
  return (
    <>
      <button
        type="button"
        className={cx(styles.quote, isFaint && styles.faint)}
        onClick={() => onHear?.(startMs, endMs)}
      >
        <Play aria-hidden="true" />
        <span>
          “{said}” <span className={cx(styles.time, 'figures')}>{formatDuration(time.startMs)}</span>
        </span>
      </button>
      {onReject && (
        <button
          type="button"
          data-not-this
          className={styles.reject}
          aria-label={`Not this: “${said}” does not say it`}
          title="These words do not say it (N)"
          onClick={onReject}
        >
          Not this
        </button>
      )}
    </>
  )
}

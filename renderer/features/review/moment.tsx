import type { Mention } from '#domain/delivery/delivery'
import { formatDuration } from '../shared/format.ts'
import { mentionGroups } from './delivery-words.ts'
import { type Hear, leadTo } from './hear.ts'
import styles from './moment.module.css'

export interface MomentProps {
  readonly atMs: number
  /** What is heard there. */
  readonly name: string
  readonly onHear: Hear | undefined
}

/** A moment of the recording; pressing it plays from a second before. */
export function Moment({ atMs, name, onHear }: MomentProps) {
  const time = formatDuration(atMs)
  return (
    <button
      type="button"
      className={styles.moment}
      aria-label={`Hear ${name} at ${time}`}
      onClick={() => onHear?.(leadTo(atMs))}
    >
      {time}
    </button>
  )
}

export interface MentionsProps {
  readonly mentions: readonly Mention[]
  readonly onHear: Hear | undefined
}

/** Words that were noticed, the same ones together, each with the moments they were said at. */
export function Mentions({ mentions, onHear }: MentionsProps) {
  return mentionGroups(mentions).map(({ text, mentions: said }) => (
    <span key={text} className={styles.group}>
      <span className={styles.said}>“{text}”</span>
      {said.length > 1 && <span className={styles.count}>{said.length}×</span>}
      {said.map(({ startMs, span }) => (
        <Moment key={span.from} atMs={startMs} name={`“${text}”`} onHear={onHear} />
      ))}
    </span>
  ))
}

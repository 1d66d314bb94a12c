import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import Trash from 'lucide-react/icons/trash-2'
import { useRef, useState } from 'react'
import type { AttemptSummary } from '#contract/attempts'
import { audioUrl } from '../../transport/audio-url.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatDayTime, formatDuration, formatMoment } from '../shared/format.ts'
import { attemptPath } from '../shared/paths.ts'
import styles from './attempt-list.module.css'
import { attemptLine } from './attempt-text.ts'
import { useRemoveAttempt } from './use-story.ts'

/** The attempts at a story, newest first. */
export function AttemptList({ attempts }: { readonly attempts: readonly AttemptSummary[] }) {
  const [playing, setPlaying] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const remove = useRemoveAttempt()
  const onDelete = (attemptId: string) => {
    // The button goes with its row; the focus stays in the list.
    place.current?.focus()
    void remove(attemptId)
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {attempts.length === 0 ? (
        <p className={styles.none}>None yet. Say it aloud once; it takes a minute.</p>
      ) : (
        <ul className={styles.list}>
          {attempts.map((summary) => (
            <AttemptRow
              key={summary.attempt.id}
              summary={summary}
              isPlaying={playing === summary.attempt.id}
              onPlay={(isOn) => setPlaying(isOn ? summary.attempt.id : null)}
              onDelete={() => onDelete(summary.attempt.id)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface AttemptRowProps {
  readonly summary: AttemptSummary
  readonly isPlaying: boolean
  onPlay(isOn: boolean): void
  onDelete(): void
}

function AttemptRow({ summary, isPlaying, onPlay, onDelete }: AttemptRowProps) {
  const { attempt } = summary
  const day = formatDayTime(attempt.startedAt, Date.now())
  const isGrowing = attempt.status === 'recording'
  return (
    <li className={styles.row}>
      <IconButton
        label={isPlaying ? 'Stop' : `Play the attempt of ${day}`}
        size="sm"
        isDisabled={isGrowing || attempt.audioRemovedAt !== null}
        onPress={() => onPlay(!isPlaying)}
      >
        {isPlaying ? <Pause /> : <Play />}
      </IconButton>
      <a
        href={`#${attemptPath(attempt.id)}`}
        className={`${styles.words} figures`}
        title={formatMoment(attempt.startedAt)}
        aria-label={`Open the report of ${day}: ${attemptLine(summary)}`}
      >
        <span className={styles.head}>
          <span className={styles.day}>{day}</span>
          <span>{isGrowing ? 'recording now' : formatDuration(attempt.durationMs)}</span>
          {attempt.recovered && <span className={styles.recovered}>Recovered</span>}
        </span>
        <span className={styles.line}>{attemptLine(summary)}</span>
      </a>
      <span className={styles.delete}>
        <IconButton label={`Delete the attempt of ${day}`} size="sm" isDisabled={isGrowing} onPress={onDelete}>
          <Trash />
        </IconButton>
      </span>
      {isPlaying && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript of the recording is in its report
        <audio className={styles.audio} src={audioUrl(attempt.id)} controls autoPlay onEnded={() => onPlay(false)} />
      )}
    </li>
  )
}

import Check from 'lucide-react/icons/check'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import Trash from 'lucide-react/icons/trash-2'
import { memo, type ReactNode, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { audioUrl } from '../../transport/audio-url.ts'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CUE_WORDS } from '../review/report-words.ts'
import { formatDayTime, formatDuration, plural } from '../shared/format.ts'
import { attemptLine } from '../story/attempt-text.ts'
import { FavouriteButton } from './favourite-button.tsx'
import styles from './history-row.module.css'
import type { HistoryRow } from './history-rows.ts'
import { NoteField } from './note-field.tsx'
import { ScoreBar } from './score-bar.tsx'

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

export interface HistoryRowProps {
  readonly row: HistoryRow
  readonly isPlaying: boolean
  onPlay(attemptId: string | null): void
  onDelete(attemptId: string): void
}

/** An attempt on the timeline: when, how it went, how it was asked, what was noted. */
export const HistoryRowContent = memo(function HistoryRowContent({
  row,
  isPlaying,
  onPlay,
  onDelete,
}: HistoryRowProps) {
  const { attempt, score } = row.summary
  const name = `the attempt of ${formatDayTime(attempt.startedAt, Date.now())}`
  const isGrowing = attempt.status === 'recording'
  const isSilent = attempt.audioRemovedAt !== null
  const [isWriting, setWriting] = useState(false)
  return (
    <div className={styles.root}>
      {row.month && <p className={styles.month}>{row.month}</p>}
      {row.day && <p className={styles.day}>{row.day}</p>}
      <div className={styles.row} data-row>
        <Checkbox slot="selection" className={cx(styles.checkbox)} aria-label={`Select ${name}`}>
          <span className={styles.box} aria-hidden="true">
            <Check />
          </span>
        </Checkbox>
        <time className={`${styles.time} figures`} dateTime={new Date(attempt.startedAt).toISOString()}>
          {TIME.format(attempt.startedAt)}
        </time>
        <span className={styles.score}>
          <ScoreBar score={score} />
        </span>
        <div className={styles.words}>
          <p className={`${styles.line} figures`}>{attemptLine(row.summary)}</p>
          <p className={`${styles.about} figures`}>
            <span>{isGrowing ? 'recording now' : formatDuration(attempt.durationMs)}</span>
            <span>{CUE_WORDS[attempt.cueLevel]}</span>
            {attempt.focus && <span>drill of {plural(attempt.focus.length, 'point')}</span>}
            {attempt.recovered && <span>recovered</span>}
            {isSilent && <span>sound cleaned up</span>}
            {row.question && <span className={styles.question}>“{row.question}”</span>}
          </p>
          {(isWriting || attempt.note !== '') && (
            <Apart>
              <NoteField attemptId={attempt.id} note={attempt.note} of={name} isOpen={isWriting} onOpen={setWriting} />
            </Apart>
          )}
          {isPlaying && (
            <Apart>
              {/* biome-ignore lint/a11y/useMediaCaption: the transcript of the recording is in its report */}
              <audio
                className={styles.audio}
                src={audioUrl(attempt.id)}
                controls
                autoPlay
                onEnded={() => onPlay(null)}
              />
            </Apart>
          )}
        </div>
        <span className={styles.actions}>
          <span className={styles.onDemand}>
            <IconButton
              label={`Write a note on ${name}`}
              keys="n"
              size="sm"
              data-note={attempt.id}
              isDisabled={isGrowing}
              onPress={() => setWriting(true)}
            >
              <NotebookPen />
            </IconButton>
          </span>
          <IconButton
            label={isPlaying ? 'Stop' : `Play ${name}`}
            keys="p"
            size="sm"
            isDisabled={isGrowing || isSilent}
            onPress={() => onPlay(isPlaying ? null : attempt.id)}
          >
            {isPlaying ? <Pause /> : <Play />}
          </IconButton>
          <FavouriteButton attemptId={attempt.id} favourite={attempt.favourite} of={name} keys="f" />
          <span className={styles.onDemand}>
            <IconButton label={`Delete ${name}`} size="sm" isDisabled={isGrowing} onPress={() => onDelete(attempt.id)}>
              <Trash />
            </IconButton>
          </span>
        </span>
      </div>
    </div>
  )
})

/** What is pressed and typed in here is not the row's. */
function Apart({ children }: { readonly children: ReactNode }) {
  const stop = (event: { stopPropagation(): void }) => event.stopPropagation()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events of its children to itself
    <div
      className={styles.apart}
      onPointerDown={stop}
      onMouseDown={stop}
      onClick={stop}
      onKeyDown={stop}
      onDoubleClick={stop}
    >
      {children}
    </div>
  )
}

import { useState } from 'react'
import type { Report } from '#contract/attempts'
import { FavouriteButton } from '../history/favourite-button.tsx'
import { NoteField } from '../history/note-field.tsx'
import { formatMoment } from '../shared/format.ts'
import { sameText } from '../shared/same-text.ts'
import { CUE_WORDS, reportLine } from './report-words.ts'
import styles from './summary.module.css'

/** The line that says it all; under it what was asked, when, and how. */
export function Summary({ report }: { readonly report: Report }) {
  const { attempt, question, storyTitle } = report
  const [isWriting, setWriting] = useState(false)
  return (
    <header className={styles.summary}>
      <p className={styles.line} role="status">
        {reportLine(report)}
      </p>
      <p className={styles.about}>
        <time dateTime={new Date(attempt.startedAt).toISOString()}>{formatMoment(attempt.startedAt)}</time>
        <span>{CUE_WORDS[attempt.cueLevel]}</span>
        {question && !sameText(question, storyTitle) && <span>asked: “{question}”</span>}
        {attempt.recovered && <span className={styles.recovered}>Recovered: it was cut off while recording</span>}
      </p>
      <div className={styles.kept}>
        <FavouriteButton attemptId={attempt.id} favourite={attempt.favourite} of="this attempt" />
        <NoteField
          attemptId={attempt.id}
          note={attempt.note}
          of="this attempt"
          isOpen={isWriting}
          onOpen={setWriting}
        />
      </div>
    </header>
  )
}

import { useState } from 'react'
import type { Report } from '#contract/attempts'
import type { Proposal } from '#contract/practice'
import { RATINGS, type Rating } from '#domain/schedule/rating'
import { Button } from '../../ui/button.tsx'
import { formatDue } from '../shared/format.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { RATING_HINTS, RATING_NAMES, reasonWords } from './practice-words.ts'
import styles from './rating-bar.module.css'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import { useProposal, useRating } from './use-practice.ts'

/** The rating of an answer: proposed from what was said, confirmed or changed by the user. */
export function RatingBar({ report }: { readonly report: Report }) {
  const isRateable = report.score !== null
  const proposal = useProposal(report.attempt.id, isRateable)
  return proposal ? <Ratings attemptId={report.attempt.id} proposal={proposal} /> : null
}

function Ratings({ attemptId, proposal }: { readonly attemptId: string; readonly proposal: Proposal }) {
  const { proposed, reasons, nextDueAt, given } = proposal
  const { rate, unrate } = useRating(attemptId)
  // What was pressed goes; then what comes in its place takes the focus, but not from whoever rates by a key elsewhere.
  const [wasPressed, setPressed] = useState(false)
  const rateByKey = (rating: Rating) => {
    setPressed(false)
    void rate(rating)
  }
  useShortcuts(PRACTICE_SHORTCUTS, {
    'rate-again': () => rateByKey('again'),
    'rate-hard': () => rateByKey('hard'),
    'rate-good': () => rateByKey('good'),
    'rate-easy': () => rateByKey('easy'),
  })
  if (given) {
    return (
      <p className={styles.given} role="status">
        Rated <strong>{RATING_NAMES[given.rating]}</strong>; it comes up again {formatDue(given.dueAt, Date.now())}.{' '}
        <Button
          size="sm"
          variant="quiet"
          autoFocus={wasPressed}
          onPress={() => {
            setPressed(true)
            void unrate(given.reviewId)
          }}
        >
          Change
        </Button>
      </p>
    )
  }
  return (
    <div className={styles.ratings}>
      <p className={styles.ask}>
        <span id="rating-ask">How did it go?</span>
        <span className={styles.quiet}>{reasons.map(reasonWords).join(', ')}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would frame the buttons */}
      <div className={styles.buttons} role="group" aria-labelledby="rating-ask">
        {RATINGS.map((rating, nth) => (
          <Button
            key={rating}
            variant={rating === proposed ? 'primary' : 'secondary'}
            autoFocus={wasPressed && rating === proposed}
            keys={String(nth + 1)}
            aria-label={`${RATING_NAMES[rating]}: ${RATING_HINTS[rating]}; comes up ${formatDue(nextDueAt[rating], Date.now())}${rating === proposed ? ' (proposed)' : ''}`}
            onPress={() => {
              setPressed(true)
              void rate(rating)
            }}
          >
            {RATING_NAMES[rating]} <span className={styles.when}>{formatDue(nextDueAt[rating], Date.now())}</span>
          </Button>
        ))}
      </div>
    </div>
  )
}

import type { InterviewOutlook } from '#contract/practice'
import { plural } from '../shared/format.ts'
import styles from './today.module.css'

/** How ready the stories are for the interview, or the way to name its day. */
export function InterviewLine({ interview }: { readonly interview: InterviewOutlook | null }) {
  if (!interview) {
    return (
      <p className={styles.about}>
        <a href="#/settings">Name the day of your interview</a>, and every story will be fresh by then.
      </p>
    )
  }
  const { daysLeft, fresh, total } = interview
  const when = daysLeft === 0 ? 'Your interview is today' : `${plural(daysLeft, 'day')} to your interview`
  return (
    <p className={styles.about}>
      {when}: {fresh} of {plural(total, 'prompt')} would be fresh then if you did nothing more.{' '}
      <a href="#/settings">Change the day</a>
    </p>
  )
}

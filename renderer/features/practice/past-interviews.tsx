import { formatDayTime } from '../shared/format.ts'
import { sessionPath } from '../shared/paths.ts'
import styles from './mock.module.css'
import { OpenSessions } from './open-sessions.tsx'
import { usePastInterviews } from './use-sessions.ts'

const MOST = 12

/** The interviews so far, each with the way to its scorecard; the interrupted ones first. */
export function PastInterviews() {
  const past = usePastInterviews()
  return (
    <aside className={styles.past} aria-labelledby="past-interviews">
      <OpenSessions />
      <h2 id="past-interviews" className={styles.legend}>
        Earlier interviews
      </h2>
      {past.length === 0 ? (
        <p className={styles.quiet}>None yet. Their scorecards will be here, to be opened again.</p>
      ) : (
        <ul className={styles.interviews}>
          {past.slice(0, MOST).map(({ id, startedAt, answered, count }) => (
            <li key={id}>
              <a href={`#${sessionPath(id)}`}>{formatDayTime(startedAt, Date.now())}</a>
              <span className={`${styles.quiet} figures`}>
                {answered} of {count} answered
              </span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}

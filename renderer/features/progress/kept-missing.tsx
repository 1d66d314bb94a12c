import { useId } from 'react'
import type { MissedPoint } from '#contract/progress'
import { Button } from '../../ui/button.tsx'
import { useStartSession } from '../practice/use-sessions.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { storyPath } from '../shared/paths.ts'
import chart from './chart.module.css'
import styles from './progress.module.css'

/** The points that are missed again and again, with the drill that helps. */
export function KeptMissing({ missed }: { readonly missed: readonly MissedPoint[] }) {
  const id = useId()
  const start = useStartSession()
  return (
    <section className={chart.frame} data-wide="" aria-labelledby={id}>
      <h2 id={id} className={chart.title}>
        Points you keep missing
      </h2>
      {missed.length === 0 ? (
        <p className={chart.summary}>None: no point was missed twice in the last answers of its story.</p>
      ) : (
        <ul className={styles.missed}>
          {missed.map(({ pointId, storyId, storyTitle, part, text, missed: times, of }) => (
            <li key={pointId} className={styles.miss}>
              <PartBadge part={part} />
              <span className={styles.missWords}>
                <span>{text}</span>
                <a href={`#${storyPath(storyId)}`} className={styles.missStory}>
                  {storyTitle}
                </a>
              </span>
              <span className={`${styles.missFigures} figures`}>
                missed {times} of {of}
              </span>
              <Button
                size="sm"
                aria-label={`Drill the weak points of ${storyTitle}`}
                onPress={() => void start({ kind: 'drill', storyId, focus: 'weak' })}
              >
                Drill
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

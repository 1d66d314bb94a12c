import Play from 'lucide-react/icons/play'
import type { PointReport } from '#contract/attempts'
import type { Word } from '#domain/transcript'
import { PartBadge } from '../shared/part-badge.tsx'
import { spanTime, withRoom } from './evidence.ts'
import type { Hear } from './hear.ts'
import styles from './wrong-facts.module.css'

export interface WrongFactsProps {
  readonly points: readonly PointReport[]
  readonly words: readonly Word[]
  readonly onHear: Hear | undefined
}

/** Every fact that was said with another value: what was said, and what the story says. */
export function WrongFacts({ points, words, onHear }: WrongFactsProps) {
  // Where the user has judged by hand, the machine's finding no longer stands.
  const judged = points.filter(({ override }) => override === null)
  const all = judged.flatMap(({ point, judged: verdict }) =>
    (verdict?.wrongFacts ?? []).map((fact) => ({ point, fact })),
  )
  if (all.length === 0) return null
  return (
    <section className={styles.root} aria-label="Wrong facts">
      <ul>
        {all.map(({ point, fact }) => {
          const time = spanTime(words, fact.span)
          return (
            <li key={`${point.id} ${fact.span.from}`} className={styles.fact}>
              <PartBadge part={point.part} />
              <span className={styles.text}>
                You said <strong className={styles.said}>{fact.said}</strong>, the story says{' '}
                <strong>{fact.expected}</strong>.
              </span>
              {time && (
                <button
                  type="button"
                  className={styles.play}
                  aria-label={`Hear “${fact.said}”`}
                  onClick={() => onHear?.(withRoom(time).startMs, withRoom(time).endMs)}
                >
                  <Play aria-hidden="true" />
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

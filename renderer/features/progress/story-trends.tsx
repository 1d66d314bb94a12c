import { useId } from 'react'
import type { StoryTrend } from '#contract/progress'
import { formatDay, plural } from '../shared/format.ts'
import { storyPath } from '../shared/paths.ts'
import chart from './chart.module.css'
import styles from './progress.module.css'
import { percent } from './trend-words.ts'

/** Each story's coverage from answer to answer: a small line, and in words where it began and where it is. */
export function StoryTrends({ stories }: { readonly stories: readonly StoryTrend[] }) {
  const id = useId()
  if (stories.length === 0) return null
  return (
    <section className={chart.frame} data-wide="" aria-labelledby={id}>
      <h2 id={id} className={chart.title}>
        Coverage by story
      </h2>
      <p className={chart.summary}>The stories practised last, from their first answer in this period to the newest.</p>
      <ul className={styles.storyList}>
        {stories.map(({ storyId, title, answers }) => (
          <li key={storyId} className={styles.story}>
            <a href={`#${storyPath(storyId)}`} className={styles.storyTitle}>
              {title}
            </a>
            <Sparkline values={answers.map(({ readiness }) => readiness)} />
            <span className={`${styles.storyFigures} figures`}>
              {answers.length > 1 && `${percent(answers[0]!.readiness)} → `}
              {percent(answers.at(-1)!.readiness)}
            </span>
            <span className={`${styles.storyDay} figures`}>
              {plural(answers.length, 'answer')}, {formatDay(answers.at(-1)!.at, Date.now())}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const WIDTH = 120
const HEIGHT = 28
const PAD = 3

function Sparkline({ values }: { readonly values: readonly number[] }) {
  const x = (nth: number) => (values.length === 1 ? WIDTH - PAD : PAD + (nth * (WIDTH - 2 * PAD)) / (values.length - 1))
  const y = (value: number) => HEIGHT - PAD - value * (HEIGHT - 2 * PAD)
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1={PAD} x2={WIDTH - PAD} y1={y(1)} y2={y(1)} className={styles.full} />
      <polyline points={values.map((value, nth) => `${x(nth)},${y(value)}`).join(' ')} />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1)!)} r="2.5" />
    </svg>
  )
}

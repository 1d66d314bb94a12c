import type { CompetencyReadiness } from '#contract/progress'
import { Meter } from '../../ui/meter.tsx'
import { plural } from '../shared/format.ts'
import { ChartFrame } from './chart-frame.tsx'
import styles from './progress.module.css'
import { percent } from './trend-words.ts'

/** So many are shown, the least ready first: the table has all. */
const MOST = 8

/** How ready each competency is: by its best story. */
export function Competencies({ competencies }: { readonly competencies: readonly CompetencyReadiness[] }) {
  const without = competencies.filter(({ ready }) => ready === 0).length
  const nameOf = ({ title, bankTitle }: CompetencyReadiness) =>
    competencies.filter((other) => other.title === title).length > 1 ? `${title}, ${bankTitle}` : title
  const weakest = competencies.toSorted((a, b) => (a.readiness ?? -1) - (b.readiness ?? -1)).slice(0, MOST)
  return (
    <ChartFrame
      title="Readiness by competency"
      summary={
        competencies.length === 0
          ? 'Your banks have no sections.'
          : without === 0
            ? 'Each competency has a story that is ready.'
            : `${without} of ${plural(competencies.length, 'competency', 'competencies')} without a story that is ready.`
      }
      table={{
        columns: ['Competency', 'Best story', 'Stories ready'],
        rows: competencies.map((competency) => [
          nameOf(competency),
          percent(competency.readiness),
          `${competency.ready} of ${competency.stories}`,
        ]),
      }}
    >
      {weakest.length > 0 && (
        <ul className={styles.bars}>
          {weakest.map((competency) => (
            <li key={competency.sectionId}>
              <span className={styles.barName}>{nameOf(competency)}</span>
              <span className={`${styles.barValue} figures`}>
                {percent(competency.readiness)} · {competency.ready}/{competency.stories}
              </span>
              <Meter label={nameOf(competency)} value={competency.readiness ?? 0} />
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  )
}

import type { Progress } from '#contract/progress'
import { plural } from '../shared/format.ts'
import { calendarWeeks, levelOf } from './calendar-weeks.ts'
import { ChartFrame } from './chart-frame.tsx'
import styles from './progress.module.css'
import { dayLabel } from './trend-words.ts'

/** The days of the last year, darker the more was practised. */
export function PracticeCalendar({ calendar, today }: Pick<Progress, 'calendar' | 'today'>) {
  const weeks = calendarWeeks(today)
  const practised = new Map(calendar.map((day) => [day.day, day]))
  return (
    <ChartFrame
      title="Days of practice"
      summary={`${plural(calendar.length, 'day')} in the last year.`}
      isWide
      table={{
        columns: ['Day', 'Answers', 'Minutes'],
        rows: calendar
          .toReversed()
          .map(({ day, answers, durationMs }) => [
            `${dayLabel(day)} ${day.slice(0, 4)}`,
            String(answers),
            String(Math.round(durationMs / 60_000)),
          ]),
      }}
    >
      <div className={styles.calendar}>
        {weeks.map(({ days, month }) => (
          <div key={days[0]} className={styles.week}>
            <span className={styles.month}>{month}</span>
            {days.map((day) => {
              const answers = practised.get(day)?.answers ?? 0
              return (
                <span
                  key={day}
                  className={styles.day}
                  data-level={day > today ? 'none' : levelOf(answers)}
                  title={`${dayLabel(day)}: ${plural(answers, 'answer')}`}
                />
              )
            })}
          </div>
        ))}
      </div>
    </ChartFrame>
  )
}

import type { Progress } from '#contract/progress'
import { useSettings } from '../shared/use-settings.ts'
import { ChartFrame } from './chart-frame.tsx'
import styles from './progress.module.css'
import { TrendChart } from './trend-chart.tsx'
import { dayLabel, percent, STEP_NAMES, seriesOf, type TrendFigure, wayWords } from './trend-words.ts'

interface Habit {
  readonly figure: TrendFigure
  readonly title: string
  readonly column: string
  readonly colour: string
  format(value: number): string
}

const whole = (value: number) => String(Math.round(value))
const tenth = (value: number) => value.toFixed(1)

const HABITS: readonly Habit[] = [
  {
    figure: 'wordsPerMinute',
    title: 'Pace',
    column: 'Words a minute',
    colour: 'var(--part-s-solid)',
    format: whole,
  },
  {
    figure: 'fillersPerMinute',
    title: 'Fillers',
    column: 'Fillers a minute',
    colour: 'var(--part-l-solid)',
    format: tenth,
  },
  {
    figure: 'pauseShare',
    title: 'Pauses',
    column: 'Share of silence',
    colour: 'var(--part-t-solid)',
    format: percent,
  },
]

/** Pace, fillers and pauses over time, each by itself. */
export function DeliveryTrends({ trend, step }: Pick<Progress, 'trend' | 'step'>) {
  const pace = useSettings()?.pace
  return (
    <div className={styles.three}>
      {HABITS.map(({ figure, title, column, colour, format }) => {
        const series = seriesOf(trend, figure)
        const isPace = figure === 'wordsPerMinute'
        const way = wayWords(
          series.map(({ value }) => value),
          format,
        )
        return (
          <ChartFrame
            key={figure}
            title={`${title}: ${column.toLowerCase()}`}
            summary={isPace && pace ? `${way} Calm is ${pace.min} to ${pace.max}.` : way}
            table={{
              columns: [STEP_NAMES[step], column],
              rows: series.map(({ day, value }) => [dayLabel(day, step), format(value)]),
            }}
          >
            {series.length > 0 && (
              <TrendChart
                trend={trend}
                step={step}
                figure={figure}
                colour={colour}
                format={format}
                {...(isPace && pace ? { band: { from: pace.min, to: pace.max } } : {})}
              />
            )}
          </ChartFrame>
        )
      })}
    </div>
  )
}

import type { Progress } from '#contract/progress'
import { plural } from '../shared/format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { TrendChart } from './trend-chart.tsx'
import { dayLabel, percent, STEP_NAMES, seriesOf, wayWords } from './trend-words.ts'

/** The share of points said, over time. */
export function ReadinessTrend({ trend, step }: Pick<Progress, 'trend' | 'step'>) {
  const series = seriesOf(trend, 'readiness')
  const answers = trend.reduce((sum, point) => sum + point.answers, 0)
  return (
    <ChartFrame
      title="Points said"
      summary={`${wayWords(
        series.map(({ value }) => value),
        percent,
      )} ${plural(answers, 'answer')} in this period.`}
      table={{
        columns: [STEP_NAMES[step], 'Answers', 'Points said'],
        rows: trend.map(({ day, answers: count, readiness }) => [
          dayLabel(day, step),
          String(count),
          percent(readiness),
        ]),
      }}
    >
      {series.length > 0 && (
        <TrendChart
          trend={trend}
          step={step}
          figure="readiness"
          colour="var(--part-r-solid)"
          domain={[0, 1]}
          heightPx={248}
          format={percent}
        />
      )}
    </ChartFrame>
  )
}

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { ForecastDay } from '#contract/practice'
import { plural } from '../shared/format.ts'
import chart from './chart.module.css'
import { ChartFrame } from './chart-frame.tsx'
import styles from './progress.module.css'
import { dayLabel } from './trend-words.ts'
import { useForecast } from './use-progress.ts'

const DAYS = 30
const HEIGHT_PX = 176

/** What comes up on the coming days if everything is answered in time. */
export function Forecast() {
  const days = useForecast(DAYS) ?? []
  const due = days.reduce((sum, day) => sum + day.due, 0)
  const [today] = days
  return (
    <ChartFrame
      title={`Coming up in ${DAYS} days`}
      summary={
        due === 0
          ? 'Nothing is scheduled yet: rate an answer in its report, and it comes up again in time.'
          : `${plural(due, 'prompt')}, ${today?.due ?? 0} of them today.`
      }
      isWide
      table={{
        columns: ['Day', 'Due', 'New'],
        rows: days.map(({ day, due: count, fresh }) => [dayLabel(day), String(count), String(fresh)]),
      }}
    >
      {days.some((day) => day.due + day.fresh > 0) && (
        <>
          <ForecastChart days={days} />
          <p className={styles.legend}>
            <span data-kind="due">due again</span>
            <span data-kind="new">new</span>
          </p>
        </>
      )}
    </ChartFrame>
  )
}

function ForecastChart({ days }: { readonly days: readonly ForecastDay[] }) {
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <BarChart data={[...days]} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="day"
          tickFormatter={(day: string) => dayLabel(day)}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
        />
        <YAxis width={32} allowDecimals={false} tickLine={false} axisLine={false} tickCount={4} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-hover)' }}
          content={({ active, payload }) => {
            const day = active && (payload?.[0]?.payload as ForecastDay | undefined)
            if (!day) return null
            return (
              <div className={chart.tip}>
                {dayLabel(day.day)}: {day.due} due{day.fresh > 0 && `, ${day.fresh} new`}
              </div>
            )
          }}
        />
        <Bar dataKey="due" stackId="day" fill="var(--part-s-solid)" isAnimationActive={false} />
        <Bar dataKey="fresh" stackId="day" fill="var(--border-control)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Progress, TrendPoint } from '#contract/progress'
import styles from './chart.module.css'
import { dayLabel, seriesOf, type TrendFigure } from './trend-words.ts'

export interface TrendChartProps {
  readonly trend: readonly TrendPoint[]
  readonly step: Progress['step']
  readonly figure: TrendFigure
  /** Of the theme, such as `var(--part-r-solid)`. */
  readonly colour: string
  /** Where the axis begins and ends; by the values where it is left out. */
  readonly domain?: readonly [number, number | 'auto']
  /** The band that is aimed at. */
  readonly band?: { readonly from: number; readonly to: number }
  readonly heightPx?: number
  format(value: number): string
}

const HEIGHT_PX = 176

/** A figure over time. */
export function TrendChart({
  trend,
  step,
  figure,
  colour,
  domain = [0, 'auto'],
  band,
  heightPx,
  format,
}: TrendChartProps) {
  const series = seriesOf(trend, figure)
  return (
    <ResponsiveContainer width="100%" height={heightPx ?? HEIGHT_PX}>
      <ComposedChart data={series} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="day"
          tickFormatter={(day: string) => dayLabel(day, step)}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
          interval="preserveStartEnd"
        />
        <YAxis
          width={44}
          domain={[...domain]}
          {...(domain[1] === 1 ? { ticks: [0, 0.5, 1] } : { tickCount: 4 })}
          tickFormatter={format}
          tickLine={false}
          axisLine={false}
        />
        {band && (
          <ReferenceArea
            y1={band.from}
            y2={band.to}
            ifOverflow="extendDomain"
            fill="var(--success-tint)"
            fillOpacity={1}
            stroke="none"
          />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={({ active, payload }) => {
            const point = active && (payload?.[0]?.payload as (TrendPoint & { value: number }) | undefined)
            if (!point) return null
            return (
              <div className={styles.tip}>
                {dayLabel(point.day, step)}: {format(point.value)}
              </div>
            )
          }}
        />
        <Area dataKey="value" stroke="none" fill={colour} fillOpacity={0.12} isAnimationActive={false} />
        <Line
          dataKey="value"
          stroke={colour}
          strokeWidth={2}
          dot={series.length <= 40 ? { r: 3, fill: colour, strokeWidth: 0 } : false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/**
 * What a value measures; `count` counts things, `ordinal` tells the place in a row, `bare` is a number on its own.
 */
export type Dimension = 'time' | 'money' | 'percent' | 'factor' | 'count' | 'ordinal' | 'bare'

const MINUTE = 60
const DAY = 24 * 3600
const UNITS = new Map<string, readonly [Dimension, number]>([
  ...['ms', 'millisecond', 'millis', 'msec'].map((unit) => [unit, ['time', 0.001]] as const),
  ...['s', 'sec', 'second'].map((unit) => [unit, ['time', 1]] as const),
  ...['min', 'minute'].map((unit) => [unit, ['time', MINUTE]] as const),
  ...['h', 'hr', 'hour'].map((unit) => [unit, ['time', 60 * MINUTE]] as const),
  ['day', ['time', DAY]],
  ['week', ['time', 7 * DAY]],
  ['fortnight', ['time', 14 * DAY]],
  ['month', ['time', 30.4 * DAY]],
  ['year', ['time', 365 * DAY]],
  ['decade', ['time', 3650 * DAY]],
  ...['$', '£', '€', 'dollar', 'buck', 'quid', 'euro', 'pound', 'grand'].map((unit) => [unit, ['money', 1]] as const),
  ...['%', 'percent', 'pct'].map((unit) => [unit, ['percent', 1]] as const),
  ...['x', 'times', 'fold'].map((unit) => [unit, ['factor', 1]] as const),
])

/** What a unit measures and its size in seconds, dollars, percent or times; undefined for other words. */
export const unitOf = (piece: string): readonly [Dimension, number] | undefined =>
  UNITS.get(piece) ?? (piece.length > 3 ? UNITS.get(piece.replace(/s$/, '')) : undefined)

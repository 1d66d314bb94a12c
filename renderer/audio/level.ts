/** How loud a block was. dBFS: 0 is full scale, silence is -Infinity. */
export interface Level {
  readonly peakDb: number
  readonly rmsDb: number
}

export const SILENCE: Level = { peakDb: Number.NEGATIVE_INFINITY, rmsDb: Number.NEGATIVE_INFINITY }

const METER_FLOOR_DB = -60
const TOO_LOUD_DB = -1

/** The level of some samples (-1 to 1). */
export function measureLevel(samples: Float32Array): Level {
  if (samples.length === 0) return SILENCE
  let peak = 0
  let squares = 0
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample))
    squares += sample * sample
  }
  return { peakDb: 20 * Math.log10(peak), rmsDb: 10 * Math.log10(squares / samples.length) }
}

/** Where a level stands on a meter from -60 dBFS (0) to full scale (1). */
export const meterShare = (db: number): number => Math.max(0, Math.min(1, 1 - db / METER_FLOOR_DB))

/** True when samples were cut off or nearly so. */
export const isTooLoud = ({ peakDb }: Level): boolean => peakDb >= TOO_LOUD_DB

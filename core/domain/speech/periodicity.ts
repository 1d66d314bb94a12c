/** How like itself a stretch of sound is one period later. */
export type Period = {
  /** The normalised cross-correlation at the period, up to 1. */
  strength: number
  /** The period in samples, with a fraction; 0 when there is none. */
  lag: number
}

export const PITCH_RATE_HZ = 4000
const LOWEST_HZ = 60
const HIGHEST_HZ = 400
const SHORTEST_LAG = PITCH_RATE_HZ / HIGHEST_HZ
const LONGEST_LAG = Math.floor(PITCH_RATE_HZ / LOWEST_HZ)
/** Samples (40 ms) that a period is looked for in: two of the longest, and some to spare. */
export const PITCH_SAMPLES = 160
const WINDOW = PITCH_SAMPLES - LONGEST_LAG - 1
/** An earlier peak this near to the highest is the period, and the highest a multiple of it. */
const MULTIPLE_SHARE = 0.9

const NONE: Period = { strength: 0, lag: 0 }

/**
 * The pitch period (60-400 Hz) of 40 ms of sound at 4 kHz, by the normalised cross-correlation function of D. Talkin, "A
 * robust algorithm for pitch tracking (RAPT)", 1995. Only peaks count: rumble is like itself at every short lag.
 */
export function createPeriodFinder(): (sound: Float64Array) => Period {
  const likeness = new Float64Array(LONGEST_LAG + 2)
  return (sound) => {
    let own = 0
    let energy = 0
    for (let i = 0; i < WINDOW; i++) {
      own += sound[i]! ** 2
      energy += sound[i + SHORTEST_LAG - 1]! ** 2
    }
    if (own === 0) return NONE
    for (let lag = SHORTEST_LAG - 1; lag <= LONGEST_LAG + 1; lag++) {
      let product = 0
      for (let i = 0; i < WINDOW; i++) product += sound[i]! * sound[i + lag]!
      likeness[lag] = product / Math.sqrt(own * Math.max(energy, 1e-9) + 1)
      energy += sound[lag + WINDOW]! ** 2 - sound[lag]! ** 2
    }
    return bestPeak(likeness)
  }
}

function bestPeak(likeness: Float64Array): Period {
  const isPeak = (lag: number) => likeness[lag]! >= likeness[lag - 1]! && likeness[lag]! > likeness[lag + 1]!
  let highest = 0
  for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++)
    if (isPeak(lag) && likeness[lag]! > highest) highest = likeness[lag]!
  if (highest === 0) return NONE
  let lag = SHORTEST_LAG
  while (!isPeak(lag) || likeness[lag]! < MULTIPLE_SHARE * highest) lag++
  const [before, at, after] = [likeness[lag - 1]!, likeness[lag]!, likeness[lag + 1]!]
  return { strength: at, lag: lag + (before - after) / (2 * (before - 2 * at + after)) }
}

/** The noise floor in dBFS after a frame. */
export type NoiseFloor = { push(levelDb: number): number }

const FRAMES_A_BLOCK = 20
const BLOCKS = 8
/** Levels are averaged (as power) over so many frames: a single frame of noise is quieter than noise is. */
const SMOOTH = 3
/** The least of so many averages lies about this far below the noise's mean level. */
const BIAS_DB = 1.5
/** Below this no noise disturbs, above that nothing is noise. */
const LOWEST_DB = -72
const HIGHEST_DB = -20
/** Sound that varies less is noise or hum; sound that varies more holds speech, which is this much above its noise. */
const STEADY_RANGE_DB = 6
const SPEECH_RANGE_DB = 25

/**
 * Follows the noise by its minimum over the last seconds, which speech with its many short gaps does not lift (R. Martin,
 * "Noise power spectral density estimation based on optimal smoothing and minimum statistics", 2001). Until these
 * seconds are full, sound that varies as speech does is taken for speech over a lower floor: someone may speak at once.
 */
export function createNoiseFloor(): NoiseFloor {
  const recent: number[] = []
  const blocks: number[] = []
  let blockMinimum = Number.POSITIVE_INFINITY
  let inBlock = 0
  let isFull = false
  let loudest = Number.NEGATIVE_INFINITY

  return {
    push(levelDb) {
      recent.push(10 ** (levelDb / 10))
      if (recent.length > SMOOTH) recent.shift()
      const smooth = 10 * Math.log10(recent.reduce((sum, power) => sum + power, 0) / recent.length)
      loudest = Math.max(loudest, smooth)
      blockMinimum = Math.min(blockMinimum, smooth)
      const minimum = Math.min(blockMinimum, ...blocks)
      if (++inBlock === FRAMES_A_BLOCK) {
        blocks.push(blockMinimum)
        if (blocks.length === BLOCKS) {
          blocks.shift()
          isFull = true
        }
        blockMinimum = Number.POSITIVE_INFINITY
        inBlock = 0
      }
      const isSpeech = !isFull && loudest - minimum > STEADY_RANGE_DB
      const floor = isSpeech ? Math.min(minimum, loudest - SPEECH_RANGE_DB) : minimum
      return Math.min(HIGHEST_DB, Math.max(LOWEST_DB, floor + BIAS_DB))
    },
  }
}

import { SAMPLE_RATE_HZ } from './wav.ts'

/**
 * The loudness of a recording over time: `peaks[i]` is the loudest sample of frame `i` (each `frameMs` long), 0-255,
 * in steps of 90/255 dB above −90 dBFS (the quietest 16-bit sample): 0 is silence, 255 full scale. Decibels keep quiet
 * speech apart from background noise in a single byte.
 */
export type Envelope = { frameMs: number; peaks: Uint8Array }

/** Collects samples as they are recorded; `finish` may be called at any time for the envelope so far. */
export type EnvelopeBuilder = { push(pcm: Int16Array): void; finish(): Envelope }

const RANGE_DB = 90
const FULL_SCALE = 32768

const LEVEL_OF_SAMPLE = Uint8Array.from({ length: FULL_SCALE + 1 }, (_, sample) =>
  sample === 0 ? 0 : Math.max(0, Math.round(255 * (1 + (20 * Math.log10(sample / FULL_SCALE)) / RANGE_DB))),
)

/** The level of a peak (0-255) in dBFS, −90 to 0. */
export const peakDb = (peak: number): number => (peak / 255 - 1) * RANGE_DB

/** The lowest peak that reaches a level in dBFS; outside 0-255 where none does or all do. */
export const peakOf = (db: number): number => Math.ceil(255 * (1 + db / RANGE_DB))

/** The amplitude of a peak (0-255) as a share of full scale, 0-1, for drawing. */
export const peakAmplitude = (peak: number): number => (peak === 0 ? 0 : 10 ** (peakDb(peak) / 20))

/** Builds an envelope of `frameMs` frames from mono 16-bit samples that arrive in chunks of any size. */
export function createEnvelope(frameMs: number, sampleRateHz = SAMPLE_RATE_HZ): EnvelopeBuilder {
  const frameSamples = Math.max(1, Math.round((frameMs * sampleRateHz) / 1000))
  let peaks = new Uint8Array(1024)
  let count = 0
  let filled = 0
  let loudest = 0

  const close = () => {
    if (count === peaks.length) {
      const larger = new Uint8Array(2 * count)
      larger.set(peaks)
      peaks = larger
    }
    peaks[count++] = LEVEL_OF_SAMPLE[loudest]!
    filled = 0
    loudest = 0
  }

  return {
    push(pcm) {
      for (let i = 0; i < pcm.length; i++) {
        const sample = pcm[i]!
        const size = sample < 0 ? -sample : sample
        if (size > loudest) loudest = size
        if (++filled === frameSamples) close()
      }
    },
    finish() {
      const whole = peaks.slice(0, filled > 0 ? count + 1 : count)
      if (filled > 0) whole[count] = LEVEL_OF_SAMPLE[loudest]!
      return { frameMs, peaks: whole }
    },
  }
}

/** An envelope as `bars` amplitudes (0-1) of equal time, each the loudest of its frames; none when it is empty. */
export function envelopeBars(envelope: Envelope, bars: number): number[] {
  const { peaks } = envelope
  if (peaks.length === 0) return []
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / bars)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars))
    let loudest = 0
    for (let i = from; i < to; i++) loudest = Math.max(loudest, peaks[i] ?? 0)
    return peakAmplitude(loudest)
  })
}

/** Turns blocks of one sample rate into blocks of another; keeps what it needs of the block before. */
export interface Resampler {
  push(samples: Float32Array): Float32Array
}

const ZERO_CROSSINGS = 16
// The filter stops a little below half the lower rate, so that what lies above does not fold back into speech.
const ROLLOFF = 0.94

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
const blackman = (x: number) => 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x)

// Steps of the kernel's table per sample; between them it is interpolated, which costs less than two bits of noise.
const TABLE_STEPS = 512

/** One side of the filter's kernel, from its centre to `reach` samples away. */
function kernelTable(cutoff: number, reach: number): Float32Array {
  return Float32Array.from({ length: reach * TABLE_STEPS + 2 }, (_, i) => {
    const distance = i / TABLE_STEPS
    return distance >= reach ? 0 : cutoff * sinc(distance * cutoff) * blackman(distance / reach)
  })
}

/**
 * Resamples with a Blackman-windowed sinc (32 zero crossings), the kind of filter that audio editors use: what 16 kHz
 * cannot hold is taken away before it folds back into speech.
 */
export function createResampler(fromHz: number, toHz: number): Resampler {
  if (fromHz === toHz) return { push: (samples) => samples }
  const step = fromHz / toHz
  const cutoff = ROLLOFF * Math.min(1, toHz / fromHz)
  const reach = Math.ceil(ZERO_CROSSINGS / cutoff)
  const kernel = kernelTable(cutoff, reach)
  let held = new Float32Array(reach)
  let position = reach

  function at(input: Float32Array, centre: number): number {
    const last = Math.min(input.length - 1, Math.floor(centre + reach))
    let sum = 0
    for (let i = Math.max(0, Math.ceil(centre - reach)); i <= last; i++) {
      const place = Math.abs(i - centre) * TABLE_STEPS
      const index = Math.floor(place)
      const low = kernel[index]!
      sum += input[i]! * (low + (kernel[index + 1]! - low) * (place - index))
    }
    return sum
  }

  return {
    push(samples) {
      const input = new Float32Array(held.length + samples.length)
      input.set(held)
      input.set(samples, held.length)
      const count = Math.max(0, Math.ceil((input.length - reach - position) / step))
      const output = new Float32Array(count)
      for (let n = 0; n < count; n++, position += step) output[n] = at(input, position)
      const kept = Math.max(0, Math.floor(position) - reach)
      held = input.slice(kept)
      position -= kept
      return output
    },
  }
}

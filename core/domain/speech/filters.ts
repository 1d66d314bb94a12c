/** A filter that takes one sample and answers one. */
export type Filter = (sample: number) => number

type Shape = 'low' | 'high'

/**
 * A second-order low-pass or high-pass at `cutHz` (R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad
 * filter coefficients"); two low-passes with Q 0.541 and 1.307 make a Butterworth of fourth order.
 */
export function biquad(shape: Shape, cutHz: number, rateHz: number, q = Math.SQRT1_2): Filter {
  const angle = (2 * Math.PI * cutHz) / rateHz
  const cos = Math.cos(angle)
  const alpha = Math.sin(angle) / (2 * q)
  const a0 = 1 + alpha
  const sign = shape === 'low' ? 1 : -1
  const b1 = (sign * (1 - sign * cos)) / a0
  const b0 = Math.abs(b1) / 2
  const a1 = (-2 * cos) / a0
  const a2 = (1 - alpha) / a0
  let x1 = 0
  let x2 = 0
  let y1 = 0
  let y2 = 0
  let fresh = true
  return (sample) => {
    // A high-pass would take the step from nothing to a DC offset for a bang.
    if (fresh && shape === 'high') x1 = x2 = sample
    fresh = false
    const out = b0 * (sample + x2) + b1 * x1 - a1 * y1 - a2 * y2
    x2 = x1
    x1 = sample
    y2 = y1
    y1 = out
    return out
  }
}

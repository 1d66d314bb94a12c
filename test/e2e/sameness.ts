const BLOCK = 3200
const ENVELOPE = 320
const SEARCH = 400
/** Blocks quieter than this (RMS of 16-bit samples) cannot be told apart. */
const AUDIBLE = 300
/** The way through a browser's resampler costs hissing sounds a part of their likeness, and nothing else as much. */
const SAME = 0.6

const samples = (pcm: Buffer): Int16Array => new Int16Array(Uint8Array.from(pcm).buffer)

const envelopeOf = (sound: Int16Array): number[] =>
  Array.from({ length: Math.floor(sound.length / ENVELOPE) }, (_, frame) => {
    let sum = 0
    for (let i = frame * ENVELOPE; i < (frame + 1) * ENVELOPE; i++) sum += Math.abs(sound[i]!)
    return sum / ENVELOPE
  })

/** How alike (-1 to 1) a block of one sound and a place in another are. */
function likeness(a: Int16Array, atA: number, b: Int16Array, atB: number): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < BLOCK; i++) {
    const [x, y] = [a[atA + i] ?? 0, b[atB + i] ?? 0]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb)
}

/** Where in `source` the beginning of `recorded` lies, to 20 ms, by how loud both are. */
function roughLag(recorded: Int16Array, source: Int16Array): number {
  const [ours, theirs] = [envelopeOf(recorded), envelopeOf(source)]
  let best = { lag: 0, error: Number.POSITIVE_INFINITY }
  for (let lag = -100; lag < theirs.length; lag++) {
    let error = 0
    let count = 0
    for (let i = Math.max(0, -lag); i < Math.min(ours.length, theirs.length - lag); i++, count++)
      error += Math.abs(ours[i]! - theirs[i + lag]!)
    if (count > ours.length / 2 && error / count < best.error) best = { lag, error: error / count }
  }
  return best.lag * ENVELOPE
}

const loudness = (sound: Int16Array, at: number): number =>
  Math.sqrt(sound.subarray(at, at + BLOCK).reduce((sum, x) => sum + x * x, 0) / BLOCK)

/** The lag to the sample, by the first block that is loud. */
function exactLag(recorded: Int16Array, source: Int16Array): number {
  const rough = roughLag(recorded, source)
  let at = 0
  while (at < recorded.length && loudness(recorded, at) < 4 * AUDIBLE) at += BLOCK
  const lags = Array.from({ length: 2 * SEARCH + 1 }, (_, i) => rough + i - SEARCH)
  const alike = lags.map((lag) => likeness(recorded, at, source, at + lag))
  return lags[alike.indexOf(Math.max(...alike))]!
}

/**
 * The moments, in milliseconds of the recording, at which it is not its source: one lost sample moves all that follows.
 * Both are 16 kHz mono 16-bit; the recording may begin and end anywhere in the source.
 */
export function lostFrames(recordedPcm: Buffer, sourcePcm: Buffer): number[] {
  const [recorded, source] = [samples(recordedPcm), samples(sourcePcm)]
  const lag = exactLag(recorded, source)
  const lost: number[] = []
  for (let at = Math.max(0, -lag); at + BLOCK <= recorded.length && at + BLOCK + lag <= source.length; at += BLOCK) {
    const isAudible = Math.max(loudness(recorded, at), loudness(source, at + lag)) >= AUDIBLE
    if (isAudible && likeness(recorded, at, source, at + lag) < SAME) lost.push(at / 16)
  }
  return lost
}

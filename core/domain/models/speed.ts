import { z } from 'zod'
import type { ModelShape, Quantisation } from './shapes.ts'

/** A small model of few layers that is timed to learn how fast this machine computes. */
export interface Probe {
  readonly shape: ModelShape
  readonly quantisation: Quantisation
}

/** How long the engine took for a short and for a long sound with a probe, in milliseconds. */
export interface ProbeTiming {
  readonly shortMs: number
  readonly longMs: number
}

export const SHORT_SOUND_MS = 1500
export const LONG_SOUND_MS = 15_000

const probe = (width: number, quantisation: Quantisation, layers = 1): Probe => ({
  shape: { width, heads: width / 64, audioLayers: layers, textLayers: layers },
  quantisation,
})

/** Two models so narrow that they show what every request and every layer costs whatever its width. */
const NARROW = [probe(64, 'f16'), probe(64, 'f16', 4)] as const

/** What is timed: the narrow ones, then each kind of weights at the widths of families that most machines hear live with. */
export const PROBES: readonly Probe[] = [
  ...NARROW,
  probe(384, 'f16'),
  probe(768, 'f16'),
  probe(384, 'q8_0'),
  probe(768, 'q8_0'),
  probe(384, 'q5_1'),
  probe(768, 'q5_0'),
]

const Rate = z.number().nonnegative()
/** What a kind of weights costs: milliseconds for a million units of each kind of work. */
const WeightRates = z.object({ matrix: Rate, attention: Rate, reading: Rate })
type WeightRates = z.infer<typeof WeightRates>

/**
 * How fast a machine computes with the engine. `fixedMs` belongs to every request, `tokenMs` to every token, `layerMs` to
 * every layer that a token goes through.
 */
export const SpeedRates = z.object({
  fixedMs: Rate,
  tokenMs: Rate,
  layerMs: Rate,
  f16: WeightRates,
  q8: WeightRates,
  q5: WeightRates,
})
export type SpeedRates = z.infer<typeof SpeedRates>

const WEIGHTS: Readonly<Record<Quantisation, 'f16' | 'q8' | 'q5'>> = { f16: 'f16', q8_0: 'q8', q5_1: 'q5', q5_0: 'q5' }

const VOCABULARY = 51_864
const AUDIO_POSITIONS = 1500
const MILLION = 1e6

/** What comes before the encoder's layers (two convolutions, additions), as a part of a layer; measured, see docs/models.md. */
const STEM = 0.3

/** What the encoder computes in products of matrices; keys and values for a decoder layer are a sixth of a layer's. */
const matrixWork = ({ width, audioLayers, textLayers }: ModelShape): number =>
  (width * width * (audioLayers + STEM + textLayers / 6)) / MILLION

/** What the encoder computes that grows with the width alone: attention between positions. */
const attentionWork = ({ width, audioLayers }: ModelShape): number => (width * (audioLayers + STEM)) / MILLION

/** Numbers that are read from memory for a token: 14 squares of weights a layer, the vocabulary, keys and values. */
const readingWork = ({ width, textLayers }: ModelShape): number =>
  (14 * textLayers * width * width + (VOCABULARY + 2 * AUDIO_POSITIONS * textLayers) * width) / MILLION

/** Tokens in so much steady speech (160 words a minute with their marks of time): nine in two seconds. */
const tokensIn = (soundMs: number): number => 9 * Math.ceil(soundMs / 2000)

/** The time of one request of at most 30 s of speech, in milliseconds. `promptTokens` come before it. */
export function requestMs(
  rates: SpeedRates,
  { shape, quantisation }: Probe,
  soundMs: number,
  promptTokens = 0,
): number {
  const weights = rates[WEIGHTS[quantisation]]
  const encoding = weights.matrix * matrixWork(shape) + weights.attention * attentionWork(shape)
  // Tokens of a prompt go through the decoder together, which costs products of matrices: 14 squares for each.
  const prompting =
    weights.matrix * ((14 * promptTokens * shape.textLayers * shape.width ** 2) / (12 * AUDIO_POSITIONS * MILLION))
  const perToken = rates.tokenMs + shape.textLayers * rates.layerMs + weights.reading * readingWork(shape)
  return rates.fixedMs + encoding + prompting + tokensIn(soundMs) * perToken
}

/** Learns a machine's rates from the timings of `PROBES`, in their order. */
export function ratesOf(timings: readonly ProbeTiming[]): SpeedRates {
  const measured = PROBES.map((one, i) => ({ ...one, ...split(timings[i]!) }))
  const [flat, deep, ...wider] = measured as [Measured, Measured, ...Measured[]]
  const plain = wider.filter(({ quantisation }) => quantisation === 'f16')
  // What the narrow models read and compute is part of what they took, and is known once the rates are: a few rounds settle it.
  let [fixedMs, tokenMs, layerMs] = [flat.encodeMs, flat.perTokenMs, 0]
  for (let round = 0; round < 8; round++) {
    const rough = weightRates(plain, { fixedMs, tokenMs, layerMs })
    const [flatMs, deepMs] = [flat, deep].map((one) => one.perTokenMs - rough.reading * readingWork(one.shape)) as [
      number,
      number,
    ]
    layerMs = Math.max(0, (deepMs - flatMs) / (deep.shape.textLayers - flat.shape.textLayers))
    tokenMs = Math.max(0, flatMs - flat.shape.textLayers * layerMs)
    fixedMs = Math.max(0, flat.encodeMs - encodeMs(rough, flat.shape))
  }
  const of = (...kinds: Quantisation[]) =>
    weightRates(
      wider.filter(({ quantisation }) => kinds.includes(quantisation)),
      { fixedMs, tokenMs, layerMs },
    )
  return { fixedMs, tokenMs, layerMs, f16: of('f16'), q8: of('q8_0'), q5: of('q5_1', 'q5_0') }
}

interface Measured extends Probe {
  readonly perTokenMs: number
  /** A request without its tokens. */
  readonly encodeMs: number
}

function split({ shortMs, longMs }: ProbeTiming): Pick<Measured, 'perTokenMs' | 'encodeMs'> {
  const [few, many] = [tokensIn(SHORT_SOUND_MS), tokensIn(LONG_SOUND_MS)]
  const perTokenMs = Math.max(0, (longMs - shortMs) / (many - few))
  return { perTokenMs, encodeMs: Math.max(0, shortMs - few * perTokenMs) }
}

const encodeMs = (rates: WeightRates, shape: ModelShape): number =>
  rates.matrix * matrixWork(shape) + rates.attention * attentionWork(shape)

/** What attention costs beside products of matrices, as a width that costs the same; bounds that no noise may cross. */
const ATTENTION_SHARE = { least: 100, most: 600 }

/** Two widths give two equations for two rates; a ratio beyond bounds is noise, and then both widths decide the scale. */
function weightRates(
  measured: readonly Measured[],
  { fixedMs, tokenMs, layerMs }: Pick<SpeedRates, 'fixedMs' | 'tokenMs' | 'layerMs'>,
): WeightRates {
  const [slim, wide] = measured as [Measured, Measured]
  const [a, b] = [matrixWork(slim.shape), attentionWork(slim.shape)]
  const [c, d] = [matrixWork(wide.shape), attentionWork(wide.shape)]
  const [x, y] = [Math.max(0, slim.encodeMs - fixedMs), Math.max(0, wide.encodeMs - fixedMs)]
  const [matrix, attention] = [x * d - y * b, a * y - c * x].map((value) => value / (a * d - c * b)) as [number, number]
  const ratio = matrix > 0 ? attention / matrix : Number.POSITIVE_INFINITY
  const share = Math.min(ATTENTION_SHARE.most, Math.max(ATTENTION_SHARE.least, ratio))
  const works = [a + share * b, c + share * d] as const
  const scale = scaleOf([works[0], works[1]], [x, y])
  const readings = measured.map(({ shape }) => readingWork(shape))
  const reading = scaleOf(
    readings,
    measured.map(({ shape, perTokenMs }) => Math.max(0, perTokenMs - tokenMs - shape.textLayers * layerMs)),
  )
  return { matrix: scale, attention: share * scale, reading }
}

/** The factor that makes times of works, by least squares. */
function scaleOf(works: readonly number[], times: readonly number[]): number {
  const squares = works.reduce((sum, work) => sum + work * work, 0)
  return works.reduce((sum, work, i) => sum + work * times[i]!, 0) / squares
}

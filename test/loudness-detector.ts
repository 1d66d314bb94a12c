import { writeFileSync } from 'node:fs'

const FFT_SIZE = 256
const BINS = 129
const CHANNELS = [BINS, 128, 64, 64, 128]
const UNITS = 128
/** The mean magnitude of a frame's spectrum that counts as speech, and how steeply the answer turns there. */
const THRESHOLD = 0.03
const STEEPNESS = 60

/**
 * Writes a voice-activity model in whisper.cpp's format (the layout of its convert-silero-vad-to-ggml.py) whose weights
 * are set by hand: it tells loud from quiet, nothing more. Real ones cannot be had where tests run.
 */
export function writeLoudnessDetector(path: string): void {
  const parts: Uint8Array[] = []
  const ints = (...values: number[]) => parts.push(new Uint8Array(Int32Array.from(values).buffer))
  const text = (value: string) => parts.push(Buffer.from(value))
  const tensor = (name: string, shape: number[], values: Float32Array, half = false) => {
    ints(shape.length, name.length, half ? 1 : 0, ...shape)
    text(name)
    parts.push(new Uint8Array((half ? Float16Array.from(values) : values).buffer))
  }

  ints(0x67676d6c, 'silero-16k'.length)
  text('silero-16k')
  ints(5, 1, 2, 512, 64, CHANNELS.length - 1)
  for (let i = 1; i < CHANNELS.length; i++) ints(CHANNELS[i - 1]!, CHANNELS[i]!, 3)
  ints(UNITS, UNITS, UNITS, 1)

  for (let layer = 0; layer < 4; layer++) {
    const [from, to] = [CHANNELS[layer]!, CHANNELS[layer + 1]!]
    tensor(`_model.encoder.${layer}.reparam_conv.weight`, [3, from, to], firstChannel(layer, from, to), true)
    tensor(`_model.encoder.${layer}.reparam_conv.bias`, [to], new Float32Array(to))
  }
  const input = new Float32Array(UNITS * 4 * UNITS)
  input[UNITS * 2 * UNITS] = STEEPNESS
  tensor('_model.decoder.rnn.weight_ih', [UNITS, 4 * UNITS], input)
  tensor('_model.decoder.rnn.weight_hh', [UNITS, 4 * UNITS], new Float32Array(UNITS * 4 * UNITS))
  tensor('_model.decoder.rnn.bias_ih', [4 * UNITS], gates())
  tensor('_model.decoder.rnn.bias_hh', [4 * UNITS], new Float32Array(4 * UNITS))
  const last = new Float32Array(UNITS)
  last[0] = 20
  tensor('_model.decoder.decoder.2.weight', [UNITS], last, true)
  tensor('_model.decoder.decoder.2.bias', [1], Float32Array.of(-4))
  tensor('_model.stft.forward_basis_buffer', [FFT_SIZE, 1, 2 * BINS], fourier(), true)
  writeFileSync(path, Buffer.concat(parts))
}

/** The first layer takes the mean of all bins, the others pass it on. */
function firstChannel(layer: number, from: number, to: number): Float32Array {
  const weights = new Float32Array(3 * from * to)
  for (let channel = 0; channel < (layer === 0 ? from : 1); channel++) {
    weights[1 + 3 * channel] = layer === 0 ? 1 / from : 0.5
    if (layer > 0) weights[2 + 3 * channel] = 0.5
  }
  return weights
}

/** Always take in, always forget, always give out: the memory is this frame alone. */
function gates(): Float32Array {
  const bias = new Float32Array(4 * UNITS)
  bias.fill(10, 0, UNITS)
  bias.fill(-10, UNITS, 2 * UNITS)
  bias[2 * UNITS] = -STEEPNESS * THRESHOLD
  bias.fill(10, 3 * UNITS)
  return bias
}

/** Cosines, then sines, under a Hann window. */
function fourier(): Float32Array {
  const basis = new Float32Array(FFT_SIZE * 2 * BINS)
  for (let bin = 0; bin < BINS; bin++)
    for (let i = 0; i < FFT_SIZE; i++) {
      const angle = (2 * Math.PI * bin * i) / FFT_SIZE
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FFT_SIZE)
      basis[i + FFT_SIZE * bin] = hann * Math.cos(angle)
      basis[i + FFT_SIZE * (BINS + bin)] = -hann * Math.sin(angle)
    }
  return basis
}

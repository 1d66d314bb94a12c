import { type FileHandle, open } from 'node:fs/promises'
import type { ModelShape, Quantisation } from '#domain/models/shapes'

export { type ModelShape, type Quantisation, SHAPES } from '#domain/models/shapes'

interface TensorType {
  /** ggml's number of it, and whisper.cpp's number of a file of it. */
  readonly type: number
  readonly file: number
  /** Bytes of 32 values. */
  readonly blockBytes: number
  /** Writes 32 values of one size; a bit of `signs` that is set makes its value positive. */
  write(bytes: Uint8Array, at: number, signs: number): void
}

const TYPES: Readonly<Record<Quantisation, TensorType>> = {
  f16: {
    type: 1,
    file: 1,
    blockBytes: 64,
    write(bytes, at, signs) {
      for (let i = 0; i < 32; i++) {
        bytes[at + 2 * i] = 0x66
        bytes[at + 2 * i + 1] = (signs >>> i) & 1 ? 0x2a : 0xaa
      }
    },
  },
  q8_0: {
    type: 8,
    file: 2007,
    blockBytes: 34,
    write(bytes, at, signs) {
      bytes[at] = 0x74
      bytes[at + 1] = 0x0e
      for (let i = 0; i < 32; i++) bytes[at + 2 + i] = (signs >>> i) & 1 ? 127 : 0x81
    },
  },
  q5_0: {
    type: 6,
    file: 2008,
    blockBytes: 22,
    write(bytes, at, signs) {
      bytes[at] = 0x66
      bytes[at + 1] = 0x1a
      writeFives(bytes, at + 2, signs)
    },
  },
  q5_1: {
    type: 7,
    file: 2009,
    blockBytes: 24,
    write(bytes, at, signs) {
      bytes.set([0x9a, 0x1a, 0x66, 0xaa], at)
      writeFives(bytes, at + 4, signs)
    },
  },
}

/** 32 values of five bits, all ones or all zeros: the fifth bits first, then the nibbles of values i and i + 16. */
function writeFives(bytes: Uint8Array, at: number, signs: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = signs >>> (8 * i)
  for (let i = 0; i < 16; i++)
    bytes[at + 4 + i] = ((signs >>> i) & 1 ? 0x0f : 0) | ((signs >>> (i + 16)) & 1 ? 0xf0 : 0)
}

const list = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i))

const AUDIO_CONTEXT = 1500
const POSITIONS_A_SECOND = 50
const TEXT_CONTEXT = 448
const MEL_BANDS = 80
const FFT_BINS = 201
/** Whisper's English vocabulary: words, end of text, other marks, 1,501 times of 20 ms each. */
const VOCABULARY = 51_864
const WORDS = 50_257
const END_OF_TEXT = 50_256
const FIRST_TIME = 50_363
const BLANK = 220
/** About 160 words a minute: seven tokens between two marks of time, two seconds apart. */
const TOKENS_BETWEEN = 7
const SECONDS_BETWEEN = 2

/** How strongly a position calls for its token. */
const CALL = 4
const SIZE = 0.05

/**
 * Writes a model file of a shape whose decoder says a fixed text at a fixed pace whatever it hears: every layer computes
 * as much as in a real model, but the decoder's add nothing, and its positions call for one token each. whisper.cpp stops
 * where a mark of time passes the end of the sound, so the number of decoded tokens follows the length of the sound, as
 * with speech. For measuring time and memory only. Decode without context, which would shift the positions.
 */
export async function writeShapeFile(path: string, shape: ModelShape, quantisation: Quantisation): Promise<void> {
  const file = await open(path, 'w')
  try {
    await writeParts(file, shape, quantisation)
  } finally {
    await file.close()
  }
}

async function writeParts(file: FileHandle, shape: ModelShape, quantisation: Quantisation): Promise<void> {
  const { width, heads, audioLayers, textLayers } = shape
  const encoder = [AUDIO_CONTEXT, width, heads, audioLayers]
  const decoder = [TEXT_CONTEXT, width, heads, textLayers]
  const numbers = [VOCABULARY, ...encoder, ...decoder, MEL_BANDS, TYPES[quantisation].file]
  await file.write(Int32Array.from([0x67676d6c, ...numbers, MEL_BANDS, FFT_BINS]))
  await file.write(new Float32Array(MEL_BANDS * FFT_BINS).fill(0.01))
  await file.write(vocabulary())

  const write = tensorWriter(file, quantisation)
  const matrix = (name: string, columns: number, rows: number, zero = false) =>
    write(name, [columns, rows], quantisation, zero ? 'zero' : 'noise')
  const vector = (name: string, length = width, value = 0) => write(name, [length], 'f32', value === 1 ? 'one' : 'zero')
  const attention = async (name: string, silent: boolean) => {
    for (const part of ['query', 'key', 'value', 'out'])
      await matrix(`${name}.${part}.weight`, width, width, silent && part === 'out')
    for (const part of ['query', 'value', 'out']) await vector(`${name}.${part}.bias`)
    await norm(`${name}_ln`)
  }
  const norm = async (name: string) => {
    await vector(`${name}.weight`, width, 1)
    await vector(`${name}.bias`)
  }
  const layer = async (name: string, silent: boolean) => {
    await attention(`${name}.attn`, silent)
    if (silent) await attention(`${name}.cross_attn`, silent)
    await matrix(`${name}.mlp.0.weight`, width, 4 * width)
    await vector(`${name}.mlp.0.bias`, 4 * width)
    await matrix(`${name}.mlp.2.weight`, 4 * width, width, silent)
    await vector(`${name}.mlp.2.bias`)
    await norm(`${name}.mlp_ln`)
  }

  await write('encoder.positional_embedding', [width, AUDIO_CONTEXT], 'f32', 'zero')
  await write('encoder.conv1.weight', [3, MEL_BANDS, width], 'f16', 'noise')
  await write('encoder.conv1.bias', [1, width], 'f32', 'zero')
  await write('encoder.conv2.weight', [3, width, width], 'f16', 'noise')
  await write('encoder.conv2.bias', [1, width], 'f32', 'zero')
  for (let i = 0; i < audioLayers; i++) await layer(`encoder.blocks.${i}`, false)
  await norm('encoder.ln_post')
  await write('decoder.positional_embedding', [width, TEXT_CONTEXT], 'f32', positions(width))
  await write('decoder.token_embedding.weight', [width, VOCABULARY], quantisation, embedding(width, quantisation))
  for (let i = 0; i < textLayers; i++) await layer(`decoder.blocks.${i}`, true)
  await norm('decoder.ln')
}

type Filling = 'zero' | 'one' | 'noise' | Uint8Array

function tensorWriter(file: FileHandle, quantisation: Quantisation) {
  const fillings: Partial<Record<Quantisation | 'f32', Uint8Array>> = {
    f32: onesOf(1 << 18),
    f16: noiseOf('f16'),
    [quantisation]: noiseOf(quantisation),
  }
  const zeros = new Uint8Array(1 << 20)

  return async (name: string, shape: readonly number[], type: Quantisation | 'f32', content: Filling) => {
    const values = shape.reduce((product, size) => product * size, 1)
    const bytes = type === 'f32' ? 4 * values : (values / 32) * TYPES[type].blockBytes
    const number = type === 'f32' ? 0 : TYPES[type].type
    await file.write(Int32Array.from([shape.length, name.length, number, ...shape]))
    await file.write(name)
    if (content instanceof Uint8Array) return void (await file.write(content))
    const source = content === 'zero' ? zeros : fillings[type]!
    for (let at = 0; at < bytes; at += source.length)
      await file.write(source.subarray(0, Math.min(source.length, bytes - at)))
  }
}

const onesOf = (count: number): Uint8Array => new Uint8Array(new Float32Array(count).fill(1).buffer)

/** About a megabyte of values with signs without a pattern. */
function noiseOf(quantisation: Quantisation): Uint8Array {
  const { blockBytes, write } = TYPES[quantisation]
  const blocks = Math.floor((1 << 20) / blockBytes)
  const bytes = new Uint8Array(blocks * blockBytes)
  for (let i = 0; i < blocks; i++) write(bytes, i * blockBytes, signs(i, 0))
  return bytes
}

/** 32 signs that depend on token and block of dimensions alone (Mulberry32), so that every token has a direction of its own. */
function signs(token: number, block: number): number {
  let mixed = Math.imul(token + 1, 0x6d2b79f5) ^ Math.imul(block + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return mixed ^ (mixed >>> 14)
}

function vocabulary(): Uint8Array {
  // whisper.cpp looks its blank up by text, to suppress it.
  const words = list(WORDS, (i) => Buffer.from(i === BLANK ? ' ' : ` w${i}`))
  const head = Buffer.from(Int32Array.of(WORDS).buffer)
  return Buffer.concat([head, ...words.flatMap((word) => [Buffer.from(Int32Array.of(word.length).buffer), word])])
}

/** The tokens that are said, one for each position of the decoder: a window full of them, then the end of the text. */
function script(): number[] {
  const perStep = TOKENS_BETWEEN + 2
  const steps = AUDIO_CONTEXT / POSITIONS_A_SECOND / SECONDS_BETWEEN
  return list(TEXT_CONTEXT, (position) => {
    const step = Math.floor(position / perStep)
    if (step >= steps) return END_OF_TEXT
    const place = position % perStep
    const seconds = SECONDS_BETWEEN * (step + (place === perStep - 1 ? 1 : 0))
    const isTime = place === 0 || place === perStep - 1
    return isTime ? FIRST_TIME + seconds * POSITIONS_A_SECOND : 1000 + position
  })
}

function positions(width: number): Uint8Array {
  const values = new Float32Array(width * TEXT_CONTEXT)
  for (const [position, token] of script().entries())
    for (let i = 0; i < width; i++) {
      const isPositive = (signs(token, i >>> 5) >>> (i & 31)) & 1
      values[position * width + i] = isPositive ? CALL * SIZE : -CALL * SIZE
    }
  return new Uint8Array(values.buffer)
}

function embedding(width: number, quantisation: Quantisation): Uint8Array {
  const { blockBytes, write } = TYPES[quantisation]
  const perToken = width / 32
  const bytes = new Uint8Array(VOCABULARY * perToken * blockBytes)
  for (let token = 0; token < VOCABULARY; token++)
    for (let block = 0; block < perToken; block++)
      write(bytes, (token * perToken + block) * blockBytes, signs(token, block))
  return bytes
}

import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#domain/errors'

/** What the head of a whisper.cpp model file says about it. */
export interface GgmlHeader {
  readonly vocabulary: number
  /** Positions of the audio window; 1500 (30 s) in every official model. */
  readonly audioContext: number
  readonly audioLayers: number
  readonly textLayers: number
}

const MAGIC = 0x67676d6c
const HEAD_BYTES = 4 * 12

/** Values per block and bytes per block by ggml type number (ggml.h, ggml_type; ggml-common.h, block sizes). */
const TYPE_SIZES: Readonly<Record<number, readonly [values: number, bytes: number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  30: [1, 2],
}

/** Reads the head of a model file. Throws `model-not-ggml` for any other file. */
export async function readGgmlHeader(path: string): Promise<GgmlHeader> {
  return withFile(path, async (file) => header(new Reader(file)))
}

/**
 * Walks through a model file to its end without reading its weights. Throws `model-not-ggml` for any other file and
 * `model-truncated` for one that ends early or lacks tensors (layout: whisper.cpp, whisper_model_load).
 */
export async function checkGgmlFile(path: string): Promise<GgmlHeader> {
  return withFile(path, async (file) => {
    const reader = new Reader(file)
    const head = await header(reader)
    const size = (await file.stat()).size
    await skipFiltersAndVocabulary(reader)
    let tensors = 0
    while (reader.position < size) {
      if (!(await skipTensor(reader, size))) return head
      tensors++
    }
    if (tensors < tensorCount(head)) throw new AppError('model-truncated')
    return head
  })
}

/** Tensors of a Whisper model: 11 of their own, 15 per encoder layer, 24 per decoder layer. */
const tensorCount = (head: GgmlHeader): number => 11 + 15 * head.audioLayers + 24 * head.textLayers

async function header(reader: Reader): Promise<GgmlHeader> {
  const bytes = await reader.take(HEAD_BYTES).catch(() => null)
  if (bytes?.getUint32(0, true) !== MAGIC) throw new AppError('model-not-ggml')
  const field = (index: number) => bytes.getInt32(4 * (index + 1), true)
  const head = { vocabulary: field(0), audioContext: field(1), audioLayers: field(4), textLayers: field(8) }
  const sane = head.vocabulary > 0 && head.audioContext > 0 && head.audioLayers > 0 && head.textLayers > 0
  if (!sane || head.audioLayers > 1000 || head.textLayers > 1000) throw new AppError('model-not-ggml')
  return head
}

async function skipFiltersAndVocabulary(reader: Reader): Promise<void> {
  const filters = await reader.take(8)
  reader.skip(4 * filters.getInt32(0, true) * filters.getInt32(4, true))
  const words = (await reader.take(4)).getInt32(0, true)
  if (words < 0 || words > 1_000_000) throw new AppError('model-not-ggml')
  for (let i = 0; i < words; i++) reader.skip((await reader.take(4)).getUint32(0, true))
}

/** Answers false for a tensor type that this version does not know: then the engine has the last word. */
async function skipTensor(reader: Reader, fileBytes: number): Promise<boolean> {
  const head = await reader.take(12)
  const dimensions = head.getInt32(0, true)
  const nameBytes = head.getInt32(4, true)
  const type = TYPE_SIZES[head.getInt32(8, true)]
  if (dimensions < 1 || dimensions > 4 || nameBytes < 1 || nameBytes > 256) throw new AppError('model-truncated')
  const shape = await reader.take(4 * dimensions)
  let values = 1
  for (let i = 0; i < dimensions; i++) values *= shape.getInt32(4 * i, true)
  if (!type) return false
  reader.skip(nameBytes + (values / type[0]) * type[1])
  if (reader.position > fileBytes) throw new AppError('model-truncated')
  return true
}

/** Reads forward through a file in large pieces; reading beyond its end throws `model-truncated`. */
class Reader {
  position = 0
  private readonly file: FileHandle
  private buffer = new Uint8Array(0)
  private bufferStart = 0
  constructor(file: FileHandle) {
    this.file = file
  }

  async take(bytes: number): Promise<DataView> {
    let at = this.position - this.bufferStart
    if (at < 0 || at + bytes > this.buffer.length) {
      const piece = new Uint8Array(Math.max(bytes, 256 * 1024))
      const { bytesRead } = await this.file.read(piece, 0, piece.length, this.position)
      this.buffer = piece.subarray(0, bytesRead)
      this.bufferStart = this.position
      at = 0
    }
    if (at + bytes > this.buffer.length) throw new AppError('model-truncated')
    this.position += bytes
    return new DataView(this.buffer.buffer, this.buffer.byteOffset + at, bytes)
  }

  skip(bytes: number): void {
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new AppError('model-not-ggml')
    this.position += bytes
  }
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r').catch((cause) => {
    throw new AppError('model-missing', { cause })
  })
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#domain/errors'

/** The first four bytes of every ggml file, as a little-endian number. */
export const MAGIC = 0x67676d6c

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

/** Reads forward through a file in large pieces; reading beyond its end throws `model-truncated`. */
export class GgmlReader {
  position = 0
  readonly sizeBytes: number
  private readonly file: FileHandle
  private buffer = new Uint8Array(0)
  private bufferStart = 0
  constructor(file: FileHandle, sizeBytes: number) {
    this.file = file
    this.sizeBytes = sizeBytes
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

/**
 * Walks over the tensors that follow, to the end of the file, without reading their values. Throws `model-truncated`
 * when there are fewer than `count` or the last one is cut.
 */
export async function walkTensors(reader: GgmlReader, count: number): Promise<void> {
  let tensors = 0
  while (reader.position < reader.sizeBytes) {
    if (!(await skipTensor(reader))) return
    tensors++
  }
  if (tensors < count) throw new AppError('model-truncated')
}

/** Answers false for a tensor type that this version does not know: then the engine has the last word. */
async function skipTensor(reader: GgmlReader): Promise<boolean> {
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
  if (reader.position > reader.sizeBytes) throw new AppError('model-truncated')
  return true
}

/** Opens a model file for reading and closes it again. Throws `model-missing` when it is not there. */
export async function readModelFile<T>(path: string, work: (reader: GgmlReader) => Promise<T>): Promise<T> {
  const file = await open(path, 'r').catch((cause) => {
    throw new AppError('model-missing', { cause })
  })
  try {
    return await work(new GgmlReader(file, (await file.stat()).size))
  } finally {
    await file.close()
  }
}

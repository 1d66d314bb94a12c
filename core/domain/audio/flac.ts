import { AppError } from '../errors.ts'
import { SAMPLE_RATE_HZ } from './wav.ts'

/**
 * The samples of every frame but the last. Each frame decodes by itself, so this is also how finely one can begin to
 * read.
 */
export const FLAC_BLOCK_SAMPLES = 4096
/** About a second between two places that the head knows. */
const FRAMES_PER_SEEK_POINT = 4

const STREAM_INFO = 0
const SEEK_TABLE = 3
const LAST_BLOCK = 0x80
const STREAM_INFO_BYTES = 34
const SEEK_POINT_BYTES = 18
const FIRST_BLOCK_AT = 4
const INFO_AT = FIRST_BLOCK_AT + 4
const TABLE_AT = INFO_AT + STREAM_INFO_BYTES + 4

/** Where a frame begins: its first sample, and its byte counted from the first frame. */
export interface SeekPoint {
  readonly sample: number
  readonly byte: number
}

/** What the head of a compressed recording says; frames begin at `framesAt`. */
export interface FlacHead {
  readonly totalSamples: number
  readonly framesAt: number
  readonly seekPoints: readonly SeekPoint[]
}

const frameCount = (totalSamples: number): number => Math.ceil(totalSamples / FLAC_BLOCK_SAMPLES)
const seekPointCount = (totalSamples: number): number => Math.ceil(frameCount(totalSamples) / FRAMES_PER_SEEK_POINT)

/** How many bytes come before the frames of a recording. */
export const flacHeadBytes = (totalSamples: number): number =>
  TABLE_AT + SEEK_POINT_BYTES * seekPointCount(totalSamples)

/** True for the frames that the head has a place for. */
export const isSeekFrame = (frame: number): boolean => frame % FRAMES_PER_SEEK_POINT === 0

/** 16 kHz, mono, 16 bits, as RFC 9639 (8.2) packs it; frame sizes and checksum stay 0, which means unknown. */
function writeStreamInfo(view: DataView, at: number, totalSamples: number): void {
  view.setUint16(at, FLAC_BLOCK_SAMPLES)
  view.setUint16(at + 2, FLAC_BLOCK_SAMPLES)
  // 20 bits of rate, 3 of channels - 1, 5 of bits - 1, 36 of samples.
  view.setUint32(at + 10, (SAMPLE_RATE_HZ << 12) | (0 << 9) | (15 << 4) | Math.floor(totalSamples / 2 ** 32))
  view.setUint32(at + 14, totalSamples % 2 ** 32)
}

/** "fLaC" and the one block that a decoder needs, as the last before frames that may come from anywhere in the stream. */
export function flacStart(totalSamples: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(INFO_AT + STREAM_INFO_BYTES)
  bytes.set([0x66, 0x4c, 0x61, 0x43, LAST_BLOCK | STREAM_INFO, 0, 0, STREAM_INFO_BYTES])
  writeStreamInfo(new DataView(bytes.buffer), INFO_AT, totalSamples)
  return bytes
}

/** Everything before the frames of a recording; one seek point for each frame for which `isSeekFrame` holds. */
export function flacHead(totalSamples: number, seekPoints: readonly SeekPoint[]): Uint8Array {
  const bytes = new Uint8Array(flacHeadBytes(totalSamples))
  const view = new DataView(bytes.buffer)
  bytes.set(flacStart(totalSamples))
  bytes[FIRST_BLOCK_AT] = STREAM_INFO
  view.setUint32(TABLE_AT - 4, ((LAST_BLOCK | SEEK_TABLE) << 24) | (bytes.length - TABLE_AT))
  for (const [index, { sample, byte }] of seekPoints.entries()) {
    const at = TABLE_AT + SEEK_POINT_BYTES * index
    view.setBigUint64(at, BigInt(sample))
    view.setBigUint64(at + 8, BigInt(byte))
    view.setUint16(at + 16, Math.min(FLAC_BLOCK_SAMPLES, totalSamples - sample))
  }
  return bytes
}

/** The bytes of a file that `readFlacHead` needs at most, from the first ones, which say it; `audio-unreadable` else. */
export function flacHeadSize(first: Uint8Array): number {
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength)
  if (first.length < TABLE_AT || view.getUint32(0) !== 0x664c6143) throw unreadable('not a FLAC file')
  return TABLE_AT + (view.getUint32(TABLE_AT - 4) & 0xffffff)
}

/** Reads a head that `flacHead` wrote; throws `audio-unreadable` for anything else. */
export function readFlacHead(head: Uint8Array): FlacHead {
  const framesAt = flacHeadSize(head)
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const totalSamples = (view.getUint8(INFO_AT + 13) & 0xf) * 2 ** 32 + view.getUint32(INFO_AT + 14)
  const isOurs = head.length >= framesAt && framesAt === flacHeadBytes(totalSamples)
  if (!isOurs) throw unreadable('a FLAC file of another program')
  const seekPoints = Array.from({ length: seekPointCount(totalSamples) }, (_, index) => {
    const at = TABLE_AT + SEEK_POINT_BYTES * index
    return { sample: Number(view.getBigUint64(at)), byte: Number(view.getBigUint64(at + 8)) }
  })
  // No checksum guards the table, but where its samples are is known, and its bytes only grow.
  const isOrdered = seekPoints.every(
    ({ sample, byte }, index) =>
      sample === index * FRAMES_PER_SEEK_POINT * FLAC_BLOCK_SAMPLES && byte > (seekPoints[index - 1]?.byte ?? -1),
  )
  if (!isOrdered || (seekPoints[0]?.byte ?? 0) !== 0) throw unreadable('a damaged table of places')
  return { totalSamples, framesAt, seekPoints }
}

/**
 * The frames that hold the samples `from` (inclusive) to `to` (exclusive): their bytes in the file, `endByte` null for
 * all that follow, and the first sample among them. Null where the recording has no such samples.
 */
export function framesFor(head: FlacHead, from: number, to: number) {
  const { seekPoints, framesAt, totalSamples } = head
  if (from >= Math.min(to, totalSamples)) return null
  const start = seekPoints.findLast(({ sample }) => sample <= from) ?? seekPoints[0]!
  const end = seekPoints.find(({ sample }) => sample >= to)
  return { startByte: framesAt + start.byte, endByte: end ? framesAt + end.byte : null, firstSample: start.sample }
}

const unreadable = (detail: string) => new AppError('audio-unreadable', { detail })

import type { FileHandle } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { type FlacHead, flacHeadSize, flacStart, framesFor, readFlacHead } from '#domain/audio/flac'
import { SAMPLE_RATE_HZ } from '#domain/audio/wav'
import { AppError } from '#domain/errors'

/** Decoding this much takes about 5 ms; then everything else has its turn. */
const SLICE_SAMPLES = 10 * SAMPLE_RATE_HZ
/** Enough to learn how long the head is. */
const FIRST_BYTES = 64

/** The samples `from` (inclusive) to `to` (exclusive) of a compressed recording, as PCM; fewer where it ends before. */
export async function readFlacSamples(file: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const head = await readHead(file)
  const end = Math.min(to, head.totalSamples)
  const pcm = new Uint8Array(Math.max(0, 2 * (end - from)))
  for (let at = from; at < end; at += SLICE_SAMPLES) {
    if (at > from) await setImmediate()
    pcm.set(await decodeSlice(file, head, at, Math.min(end, at + SLICE_SAMPLES)), 2 * (at - from))
  }
  return pcm
}

/** How many samples a compressed recording has. Throws `audio-unreadable`. */
export const countFlacSamples = async (file: FileHandle): Promise<number> => (await readHead(file)).totalSamples

async function readHead(file: FileHandle): Promise<FlacHead> {
  const first = await readAt(file, 0, FIRST_BYTES)
  return readFlacHead(await readAt(file, 0, flacHeadSize(first)))
}

async function decodeSlice(file: FileHandle, head: FlacHead, from: number, to: number): Promise<Uint8Array> {
  const frames = framesFor(head, from, to)
  if (!frames) return new Uint8Array(0)
  const { size } = await file.stat()
  const endByte = Math.min(frames.endByte ?? size, size)
  if (frames.startByte >= endByte) throw cutOff()
  const stream: Uint8Array<ArrayBuffer>[] = [
    flacStart(head.totalSamples),
    await readAt(file, frames.startByte, endByte - frames.startByte),
  ]
  const slice = new Uint8Array(2 * (to - from))
  let at = 2 * (frames.firstSample - from)
  // Loaded with the first compressed recording that is read: most people have none.
  const { decodeFlac, flacReady } = await import('./codec.ts')
  await flacReady()
  decodeFlac(
    (wanted) => {
      while (stream[0]?.length === 0) stream.shift()
      const piece = stream[0]?.subarray(0, wanted) ?? new Uint8Array(0)
      if (stream[0]) stream[0] = stream[0].subarray(piece.length)
      return piece
    },
    (pcm) => {
      const first = Math.max(0, -at)
      const count = Math.min(pcm.length, slice.length - at)
      if (first < count) slice.set(pcm.subarray(first, count), at + first)
      at += pcm.length
    },
  )
  if (at < slice.length) throw cutOff()
  return slice
}

const cutOff = () => new AppError('audio-unreadable', { detail: 'the file ends before its samples do' })

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return bytes.subarray(0, bytesRead)
}

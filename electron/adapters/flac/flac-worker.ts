import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import {
  FLAC_BLOCK_SAMPLES,
  flacHead,
  flacHeadBytes,
  flacHeadSize,
  isSeekFrame,
  readFlacHead,
  type SeekPoint,
} from '#domain/audio/flac'
import { parseWav, SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { errorCode } from '#domain/errors'
import { createFlacEncoder, decodeFlac, flacReady } from './codec.ts'

/** What the worker is asked, as `workerData`: to write `to`, which is not there yet. */
export interface FlacTask {
  readonly kind: 'compress' | 'unpack'
  readonly from: string
  readonly to: string
}

/**
 * What it answers, once: `done` when `to` is written, synced and was compared with `from` sample by sample; `foreign`
 * when `from` is a sound file of another kind than Starbeat records; `failed` with the code of a file system's error
 * or of our own.
 */
export type FlacAnswer = { outcome: 'done' } | { outcome: 'foreign' } | { outcome: 'failed'; reason: string }

const CHUNK_BYTES = 64 * 1024

function writeAll(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const written = writeSync(file, bytes, done, bytes.length - done, position + done)
    if (written === 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' })
    done += written
  }
}

/** The bytes of a file from a place on, in chunks; the same memory each time. */
function* chunksOf(file: number, from: number): Generator<Uint8Array> {
  const bytes = new Uint8Array(CHUNK_BYTES)
  for (let at = from; ; ) {
    const count = readSync(file, bytes, 0, bytes.length, at)
    if (count === 0) return
    yield bytes.subarray(0, count)
    at += count
  }
}

/** Whether a file is as we write it: our head, then whole samples to its end. */
function isOwnWav(file: number): boolean {
  const { size } = fstatSync(file)
  const head = new Uint8Array(Math.min(size, WAV_HEADER_BYTES))
  readSync(file, head, 0, head.length, 0)
  try {
    const { channels, bitsPerSample, sampleRateHz, dataOffset, dataBytes } = parseWav(head, size)
    const isOurs = channels === 1 && bitsPerSample === 16 && sampleRateHz === SAMPLE_RATE_HZ
    return isOurs && dataOffset === WAV_HEADER_BYTES && dataBytes > 0 && dataOffset + dataBytes === size
  } catch {
    return false
  }
}

function encode(wav: number, flac: number): void {
  const totalSamples = (fstatSync(wav).size - WAV_HEADER_BYTES) / 2
  const framesAt = flacHeadBytes(totalSamples)
  const seekPoints: SeekPoint[] = []
  let written = 0
  const encoder = createFlacEncoder((bytes, frame) => {
    if (isSeekFrame(frame)) seekPoints.push({ sample: frame * FLAC_BLOCK_SAMPLES, byte: written })
    writeAll(flac, bytes, framesAt + written)
    written += bytes.length
  })
  try {
    for (const pcm of chunksOf(wav, WAV_HEADER_BYTES)) encoder.push(pcm)
    encoder.end()
  } finally {
    encoder.close()
  }
  writeAll(flac, flacHead(totalSamples, seekPoints), 0)
}

/** Decodes a whole file; answers how many bytes of samples it holds. */
function decode(flac: number, onPcm: (pcm: Uint8Array, at: number) => void): number {
  let from = 0
  let at = 0
  decodeFlac(
    (wanted) => {
      const bytes = new Uint8Array(wanted)
      const count = readSync(flac, bytes, 0, wanted, from)
      from += count
      return bytes.subarray(0, count)
    },
    (pcm) => {
      onPcm(pcm, at)
      at += pcm.length
    },
  )
  return at
}

/** True when both files hold the same samples, and the head of the compressed one knows how many. */
function areSame(wav: number, flac: number): boolean {
  let isSame = true
  const decodedBytes = decode(flac, (pcm, at) => {
    const original = new Uint8Array(pcm.length)
    const count = readSync(wav, original, 0, pcm.length, WAV_HEADER_BYTES + at)
    isSame &&= count === pcm.length && Buffer.compare(original, pcm) === 0
  })
  const first = new Uint8Array(Math.min(fstatSync(flac).size, 64))
  readSync(flac, first, 0, first.length, 0)
  const head = new Uint8Array(flacHeadSize(first))
  readSync(flac, head, 0, head.length, 0)
  const isWhole = WAV_HEADER_BYTES + decodedBytes === fstatSync(wav).size
  return isSame && isWhole && readFlacHead(head).totalSamples * 2 === decodedBytes
}

function unpack(flac: number, wav: number): void {
  const dataBytes = decode(flac, (pcm, at) => writeAll(wav, pcm, WAV_HEADER_BYTES + at))
  writeAll(wav, wavHeader(dataBytes, SAMPLE_RATE_HZ), 0)
}

function perform({ kind, from, to }: FlacTask): FlacAnswer {
  const source = openSync(from, 'r')
  try {
    if (kind === 'compress' && !isOwnWav(source)) return { outcome: 'foreign' }
    const target = openSync(to, 'wx+')
    try {
      const [wav, flac] = kind === 'compress' ? [source, target] : [target, source]
      if (kind === 'compress') encode(wav, flac)
      else unpack(flac, wav)
      fsyncSync(target)
      if (!areSame(wav, flac)) return { outcome: 'failed', reason: 'audio-unreadable' }
    } finally {
      closeSync(target)
    }
    return { outcome: 'done' }
  } finally {
    closeSync(source)
  }
}

async function answer(task: FlacTask): Promise<FlacAnswer> {
  try {
    await flacReady()
    return perform(task)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return { outcome: 'failed', reason: typeof code === 'string' ? code : errorCode(error) }
  }
}

parentPort!.postMessage(await answer(workerData as FlacTask))

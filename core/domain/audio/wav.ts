import { AppError } from '../errors.ts'

/** Where the samples of a WAV file lie; `dataOffset` and `dataBytes` are in bytes. */
export type WavInfo = {
  sampleRateHz: number
  channels: number
  bitsPerSample: number
  dataOffset: number
  dataBytes: number
}

/** The rate of every recording: what the speech engine listens to. */
export const SAMPLE_RATE_HZ = 16_000

/** Bytes in the header that `wavHeader` writes. */
export const WAV_HEADER_BYTES = 44

const BYTES_PER_SAMPLE = 2
const MAX_DATA_BYTES = 0xffffffff - WAV_HEADER_BYTES

const writeTag = (bytes: Uint8Array, at: number, tag: string) => {
  for (let i = 0; i < tag.length; i++) bytes[at + i] = tag.charCodeAt(i)
}

/** The 44 bytes that precede `dataBytes` bytes of mono 16-bit little-endian PCM at `sampleRateHz`. */
export function wavHeader(dataBytes: number, sampleRateHz: number): Uint8Array {
  const bytes = new Uint8Array(WAV_HEADER_BYTES)
  const view = new DataView(bytes.buffer)
  const size = Math.min(dataBytes, MAX_DATA_BYTES)
  writeTag(bytes, 0, 'RIFF')
  view.setUint32(4, 36 + size, true)
  writeTag(bytes, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRateHz, true)
  view.setUint32(28, sampleRateHz * BYTES_PER_SAMPLE, true)
  view.setUint16(32, BYTES_PER_SAMPLE, true)
  view.setUint16(34, 8 * BYTES_PER_SAMPLE, true)
  writeTag(bytes, 36, 'data')
  view.setUint32(40, size, true)
  return bytes
}

const readTag = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
const unreadable = (detail: string) => new AppError('audio-unreadable', { detail })

type Format = Pick<WavInfo, 'sampleRateHz' | 'channels' | 'bitsPerSample'>

function readFormat(view: DataView, at: number): Format {
  const format = {
    channels: view.getUint16(at + 2, true),
    sampleRateHz: view.getUint32(at + 4, true),
    bitsPerSample: view.getUint16(at + 14, true),
  }
  if (format.channels === 0 || format.sampleRateHz === 0 || format.bitsPerSample < 8)
    throw unreadable('the WAV format has no samples')
  return format
}

/** A declared size is believed when the file ends there or another chunk begins there. */
function trueDataBytes(bytes: Uint8Array, offset: number, declared: number, fileBytes: number): number {
  const rest = Math.max(0, fileBytes - offset)
  if (declared === 0 || declared >= rest) return rest
  const next = offset + declared + (declared % 2)
  if (next >= rest + offset || next + 4 > bytes.length) return declared
  return /^[A-Za-z][A-Za-z0-9_ ]{3}$/.test(readTag(bytes, next)) ? declared : rest
}

/**
 * Reads where the samples of a WAV file are. `bytes` may be only the head of a file of `fileBytes` bytes; extra chunks
 * are skipped, and a missing or wrong data size (a recording cut off) becomes what is really there, in whole samples.
 * Throws `audio-unreadable` for anything else.
 */
export function parseWav(bytes: Uint8Array, fileBytes: number = bytes.length): WavInfo {
  if (bytes.length < 12 || readTag(bytes, 0) !== 'RIFF' || readTag(bytes, 8) !== 'WAVE')
    throw unreadable('not a WAV file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format: Format | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const tag = readTag(bytes, at)
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (tag === 'fmt ') {
      if (size < 16 || body + 16 > bytes.length) throw unreadable('the WAV format is cut off')
      format = readFormat(view, body)
    }
    if (tag === 'data') {
      if (!format) throw unreadable('samples before their format')
      const found = trueDataBytes(bytes, body, size, fileBytes)
      const block = Math.max(1, (format.channels * format.bitsPerSample) / 8)
      return { ...format, dataOffset: body, dataBytes: found - (found % block) }
    }
    at = body + size + (size % 2)
  }
  throw unreadable('no samples in the WAV file')
}

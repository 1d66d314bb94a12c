import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { FIXTURES, SHARED_SPEECH } from './places.ts'

const BYTES_PER_SECOND = 2 * SAMPLE_RATE_HZ

/** The samples of a 16 kHz mono 16-bit WAV file as the app writes it. */
export const samplesOf = (wavPath: string): Uint8Array =>
  new Uint8Array(readFileSync(wavPath)).subarray(WAV_HEADER_BYTES)

/** Every recording there is: our own, and the workshop's where present. */
export function recordings(): string[] {
  const shared = existsSync(SHARED_SPEECH) ? readdirSync(SHARED_SPEECH).filter((name) => name.endsWith('.wav')) : []
  return [join(FIXTURES, 'build-pipeline.wav'), ...shared.sort().map((name) => join(SHARED_SPEECH, name))]
}

/** Recordings one after the other, over and over, cut at so many seconds. */
export function joinedSamples(seconds: number, from = recordings()): Uint8Array {
  const joined = new Uint8Array(2 * Math.round((seconds * BYTES_PER_SECOND) / 2))
  const pieces = from.map(samplesOf)
  for (let at = 0, nth = 0; at < joined.length; nth++) {
    const piece = pieces[nth % pieces.length]!
    joined.set(piece.subarray(0, joined.length - at), at)
    at += piece.length
  }
  return joined
}

/** Writes samples as a WAV file into a folder and answers its path. */
export function writeWav(folder: string, name: string, samples: Uint8Array): string {
  const path = join(folder, `${name}.wav`)
  writeFileSync(path, Buffer.concat([wavHeader(samples.byteLength, SAMPLE_RATE_HZ), samples]))
  return path
}

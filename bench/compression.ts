import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createAudioFiles } from '../electron/adapters/audio-files.ts'
import { createAudioPacker } from '../electron/adapters/flac/audio-packer.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMb, inMs, inSeconds, median } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'

const SECONDS = [90, 600]
/** A point of a story takes about so long to say. */
const POINT_MS = 5000
const READS = 40

interface Figures {
  readonly seconds: number
  readonly wavBytes: number
  readonly flacBytes: number
  readonly packMs: number
  readonly unpackMs: number
  readonly wavReadMs: number
  readonly flacReadMs: number
}

/** How long it takes to read one point, anywhere in a recording. */
async function readingOf(folder: string, id: string, seconds: number): Promise<number> {
  const audio = createAudioFiles(folder)
  const runs: number[] = []
  for (let i = 0; i < READS; i++) {
    // Steps that share no divisor with the length go all over it.
    const fromMs = (i * 7919) % (1000 * seconds - POINT_MS)
    runs.push((await timed(() => audio.read(id, fromMs, fromMs + POINT_MS))).ms)
  }
  return median(runs)
}

async function measure(folder: string, seconds: number, rounds: number): Promise<Figures> {
  const id = `seconds-${seconds}`
  const wav = writeWav(folder, id, joinedSamples(seconds))
  const packer = createAudioPacker(folder)
  const never = new AbortController().signal
  const wavBytes = statSync(wav).size
  const wavReadMs = await readingOf(folder, id, seconds)
  let flacBytes = 0
  let flacReadMs = 0
  const [packs, unpacks]: [number[], number[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    packs.push((await timed(() => packer.compress(id, never))).ms)
    flacBytes = statSync(join(folder, `${id}.flac`)).size
    flacReadMs = await readingOf(folder, id, seconds)
    unpacks.push((await timed(() => packer.unpack(id, never))).ms)
  }
  return { seconds, wavBytes, flacBytes, packMs: median(packs), unpackMs: median(unpacks), wavReadMs, flacReadMs }
}

export const bench: Bench = {
  about: 'compressed recordings against plain ones: space, time to compress, time to read one point',
  run: ({ rounds }) =>
    inScratch(async (folder) => {
      const found: Figures[] = []
      for (const seconds of SECONDS) found.push(await measure(folder, seconds, rounds))
      const rows = found.map(({ seconds, wavBytes, flacBytes, packMs, unpackMs, wavReadMs, flacReadMs }) => [
        `${seconds} s`,
        inMb(wavBytes),
        inMb(flacBytes),
        asRatio(flacBytes / wavBytes),
        inSeconds(packMs),
        asRatio((1000 * seconds) / packMs),
        inSeconds(unpackMs),
        inMs(wavReadMs),
        inMs(flacReadMs),
      ])
      const columns = [
        'length',
        'WAV',
        'FLAC',
        'FLAC, WAV = 1',
        'to compress',
        'real time = 1',
        'to unpack',
        'point from WAV',
        'point from FLAC',
      ]
      const notes = [
        'to compress: a thread of its own starts, encodes, writes and syncs, decodes and compares every sample',
        `a point: ${POINT_MS / 1000} s anywhere in the recording, median of ${READS}`,
      ]
      return [{ title: 'Compressed recordings', columns, rows, notes }]
    }),
}

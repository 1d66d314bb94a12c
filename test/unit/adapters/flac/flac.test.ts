import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { FLAC_BLOCK_SAMPLES, flacHead, framesFor, readFlacHead } from '#domain/audio/flac'
import { wavHeader } from '#domain/audio/wav'
import { createAudioFiles } from '../../../../electron/adapters/audio-files.ts'
import { createAudioPacker } from '../../../../electron/adapters/flac/audio-packer.ts'
import { createFlacEncoder, flacReady } from '../../../../electron/adapters/flac/codec.ts'

const MINUTE_SAMPLES = 60 * 16_000
const never = new AbortController().signal
const hasSox = spawnSync('sox', ['--version']).status === 0

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starbeat-flac-'))
})

const file = (name: string) => join(folder, name)
const wavOf = (samples: Int16Array) =>
  Buffer.concat([wavHeader(samples.byteLength, 16_000), new Uint8Array(samples.buffer)])
const write = (id: string, samples: Int16Array) => writeFileSync(file(`${id}.wav`), wavOf(samples))
const pack = () => ({ audio: createAudioFiles(folder), packer: createAudioPacker(folder) })
/** The samples that another program finds in a FLAC file. */
const soxSamples = (id: string) =>
  spawnSync('sox', [file(`${id}.flac`), '-t', 'raw', '-e', 'signed', '-b', '16', '-'], { maxBuffer: 1e9 }).stdout

/** Noise that is the same in every run (a linear congruential generator of Numerical Recipes). */
function noise(length: number, amplitude: number): Int16Array {
  let state = 1
  return Int16Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.round(((state / 2 ** 32) * 2 - 1) * amplitude)
  })
}

const samples = fc.oneof(
  fc.array(fc.integer({ min: -32768, max: 32767 }), { minLength: 1, maxLength: 3 * FLAC_BLOCK_SAMPLES }),
  // Silence, full scale, and jumps between both ends.
  fc
    .tuple(
      fc.constantFrom([0], [32767], [-32768], [-32768, 32767]),
      fc.integer({ min: 1, max: 6 * FLAC_BLOCK_SAMPLES }),
    )
    .map(([cycle, length]) => Array.from({ length }, (_, i) => cycle[i % cycle.length]!)),
)

describe('compressing', () => {
  it('keeps every sample of any sound, reads any stretch of it, and gives the same file back', async () => {
    const { audio, packer } = pack()
    const some = samples.map((values) => Int16Array.from(values))
    await fc.assert(
      fc.asyncProperty(some, fc.nat(), fc.nat(), async (sound, a, b) => {
        write('x', sound)
        const before = readFileSync(file('x.wav'))
        expect(await packer.compress('x', never)).toBe(true)
        expect(readdirSync(folder)).toEqual(['x.flac'])
        const pcm = new Uint8Array(sound.buffer)
        const lastMs = Math.ceil(sound.length / 16) + 100
        expect(await audio.read('x', 0, lastMs)).toEqual(pcm)
        const [from, to] = [a % lastMs, b % lastMs].sort((one, other) => one - other) as [number, number]
        expect(await audio.read('x', from, to)).toEqual(pcm.subarray(32 * from, 32 * to))
        await packer.unpack('x', never)
        expect(readdirSync(folder)).toEqual(['x.wav'])
        expect(Buffer.compare(readFileSync(file('x.wav')), before)).toBe(0)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps twenty minutes, of which any second is read alone', async () => {
    const { audio, packer } = pack()
    const sound = noise(20 * MINUTE_SAMPLES + 17, 2000)
    write('long', sound)
    const { size } = { size: readFileSync(file('long.wav')).length }
    await packer.compress('long', never)
    expect(await audio.totalBytes()).toBeLessThan(0.9 * size)
    expect(await audio.sizes()).toEqual(new Map([['long', { bytes: await audio.totalBytes(), isCompressed: true }]]))
    const pcm = new Uint8Array(sound.buffer)
    for (const from of [0, 1023, 61_000, 599_999, 1_199_500]) {
      expect(await audio.read('long', from, from + 1000)).toEqual(pcm.subarray(32 * from, 32 * (from + 1000)))
    }
    const all = await audio.read('long', 0, 30 * 60_000)
    expect(Buffer.compare(all, pcm)).toBe(0)
  })

  it('leaves sound of another kind as it is', async () => {
    const { packer } = pack()
    writeFileSync(file('stereo.wav'), Buffer.concat([wavHeader(8, 44_100), Buffer.alloc(8)]))
    writeFileSync(file('text.wav'), 'no sound at all')
    // Half a sample, and something behind the samples: what Starbeat never writes.
    writeFileSync(file('odd.wav'), Buffer.concat([wavOf(noise(100, 9)), Buffer.alloc(1)]))
    for (const id of ['stereo', 'text', 'odd']) expect(await packer.compress(id, never)).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['odd.wav', 'stereo.wav', 'text.wav'])
  })

  it('says when there is nothing to compress or to unpack', async () => {
    const { packer } = pack()
    await expect(packer.compress('none', never)).rejects.toMatchObject({ code: 'audio-missing' })
    await expect(packer.unpack('none', never)).rejects.toMatchObject({ code: 'audio-missing' })
  })

  it('keeps the WAV file alone when it is stopped', async () => {
    const { packer } = pack()
    write('x', noise(10 * MINUTE_SAMPLES, 2000))
    const stop = new AbortController()
    const done = packer.compress('x', stop.signal)
    stop.abort(new Error('stopped'))
    await expect(done).rejects.toThrow('stopped')
    expect(readdirSync(folder)).toEqual(['x.wav'])
  })

  it('shows the WAV file that it was, in any stretch, also while its form changes', async () => {
    const { audio, packer } = pack()
    write('x', noise(20 * 16_000 + 5, 2000))
    const before = readFileSync(file('x.wav'))
    const bytesOf = async (start: number, end: number) => {
      const pieces: Uint8Array[] = []
      for await (const piece of (await audio.asWav('x')).read(start, end)) pieces.push(piece)
      return Buffer.concat(pieces)
    }
    for (const form of ['wav', 'flac']) {
      if (form === 'flac') await packer.compress('x', never)
      expect((await audio.asWav('x')).bytes).toBe(before.length)
      for (const [start, end] of [
        [0, before.length],
        [0, 20],
        [40, 51],
        [45, 46],
        [160_001, 480_003],
        [before.length - 1, before.length],
      ] as const) {
        expect(Buffer.compare(await bytesOf(start, end), before.subarray(start, end))).toBe(0)
      }
    }
    const reading = (await audio.asWav('x')).read(0, before.length)
    const pieces = [(await reading.next()).value!, (await reading.next()).value!]
    await packer.unpack('x', never)
    for await (const piece of reading) pieces.push(piece)
    expect(Buffer.compare(Buffer.concat(pieces), before)).toBe(0)
    await expect(audio.asWav('none')).rejects.toMatchObject({ code: 'audio-missing' })
  })

  it('reads nothing from what was cut off or whose places are wrong, instead of silence or other sound', async () => {
    const { audio, packer } = pack()
    write('x', noise(MINUTE_SAMPLES, 2000))
    await packer.compress('x', never)
    const whole = readFileSync(file('x.flac'))
    const { framesAt, seekPoints } = readFlacHead(whole)
    writeFileSync(file('x.flac'), whole.subarray(0, framesAt + seekPoints[30]!.byte))
    await expect(audio.read('x', 55_000, 60_000)).rejects.toMatchObject({ code: 'audio-unreadable' })
    const damaged = Buffer.from(whole)
    // The twentieth place of the table: its sample.
    damaged[46 + 18 * 20 + 7]! ^= 1
    writeFileSync(file('x.flac'), damaged)
    await expect(audio.read('x', 0, 1000)).rejects.toMatchObject({ code: 'audio-unreadable' })
    writeFileSync(file('x.flac'), whole)
    expect(await audio.read('x', 55_000, 60_000)).toHaveLength(160_000)
  })

  it('does not unpack what is damaged, and keeps it', async () => {
    const { audio, packer } = pack()
    write('x', noise(MINUTE_SAMPLES, 2000))
    await packer.compress('x', never)
    const bytes = readFileSync(file('x.flac'))
    bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 500)
    writeFileSync(file('x.flac'), bytes)
    await expect(packer.unpack('x', never)).rejects.toMatchObject({ code: 'audio-unreadable' })
    expect(readdirSync(folder)).toEqual(['x.flac'])
    await expect(audio.read('x', 0, 60_000)).rejects.toMatchObject({ code: 'audio-unreadable' })
    expect(await audio.read('x', 0, 1000)).toHaveLength(32_000)
  })

  it.runIf(hasSox)('writes what another program reads to the sample', async () => {
    const { packer } = pack()
    for (const length of [1, FLAC_BLOCK_SAMPLES - 1, FLAC_BLOCK_SAMPLES, 4 * FLAC_BLOCK_SAMPLES + 1, MINUTE_SAMPLES]) {
      const sound = noise(length, 32_767)
      write('x', sound)
      await packer.compress('x', never)
      expect(Buffer.compare(soxSamples('x'), new Uint8Array(sound.buffer))).toBe(0)
      rmSync(file('x.flac'))
    }
  })

  it('compresses speech by a third and more', async () => {
    const { audio, packer } = pack()
    const speech = readFileSync(join(import.meta.dirname, '../../../fixtures/build-pipeline.wav'))
    writeFileSync(file('x.wav'), speech)
    expect(await packer.compress('x', never)).toBe(true)
    expect(await audio.totalBytes()).toBeLessThan(0.66 * speech.length)
  })
})

it('says that the disk is full, not that something is wrong with the encoder', async () => {
  await flacReady()
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  const encoder = createFlacEncoder(() => {
    throw full
  })
  const pcm = new Uint8Array(noise(3 * FLAC_BLOCK_SAMPLES, 900).buffer)
  expect(() => encoder.push(pcm)).toThrow(full)
  expect(() => encoder.end()).toThrow(full)
  encoder.close()
})

describe('after a crash', () => {
  const sound = noise(5000, 900)
  const pcm = new Uint8Array(sound.buffer)

  it.each<[string, () => Promise<void>]>([
    ['while the FLAC file was written', async () => writeFileSync(file('x.flac.part'), 'half')],
    [
      'before the WAV file went',
      async () => {
        await pack().packer.compress('x', never)
        write('x', sound)
      },
    ],
    [
      'while it was unpacked',
      async () => {
        await pack().packer.compress('x', never)
        writeFileSync(file('x.wav.unpack'), wavOf(sound).subarray(0, 700))
      },
    ],
    [
      'before the unpacked FLAC file went',
      async () => {
        writeFileSync(file('x.flac'), 'of no matter')
      },
    ],
  ])('%s the sound is there once, and can be compressed again', async (_, crash) => {
    write('x', sound)
    await crash()
    const { audio, packer } = pack()
    await packer.tidy()
    expect(readdirSync(folder)).toHaveLength(1)
    expect(await audio.has('x')).toBe(true)
    expect(await audio.read('x', 0, 1000)).toEqual(pcm)
    if (readdirSync(folder)[0] === 'x.wav') await packer.compress('x', never)
    expect(await audio.read('x', 0, 1000)).toEqual(pcm)
  })

  it('leaves a recording that was cut off to its recovery', async () => {
    writeFileSync(file('x.wav.part'), wavOf(sound))
    const { audio, packer } = pack()
    await packer.tidy()
    expect(await audio.recover('x')).toMatchObject({ durationMs: 313 })
  })

  it('reads a compressed recording while it is being unpacked', async () => {
    const { audio, packer } = pack()
    write('x', sound)
    await packer.compress('x', never)
    const unpacking = packer.unpack('x', never)
    for (let i = 0; i < 50; i++) expect(await audio.read('x', 0, 1000)).toEqual(pcm)
    await unpacking
    expect(await audio.read('x', 0, 1000)).toEqual(pcm)
  })

  it('deletes it in both forms', async () => {
    const { audio, packer } = pack()
    write('x', sound)
    await packer.compress('x', never)
    await audio.delete('x')
    expect(await audio.has('x')).toBe(false)
    await expect(audio.read('x', 0, 10)).rejects.toMatchObject({ code: 'audio-missing' })
  })
})

describe('the head', () => {
  it('comes back as it was written and leads to the frames of any stretch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 25 }), fc.nat(), fc.nat(), (total, a, b) => {
        const step = 4 * FLAC_BLOCK_SAMPLES
        const count = Math.ceil(Math.ceil(total / FLAC_BLOCK_SAMPLES) / 4)
        const seekPoints = Array.from({ length: count }, (_, i) => ({ sample: i * step, byte: i * 1000 }))
        const head = readFlacHead(flacHead(total, seekPoints))
        expect(head).toMatchObject({ totalSamples: total, seekPoints })
        const [from, to] = [a % total, b % total].sort((x, y) => x - y) as [number, number]
        const frames = framesFor(head, from, to)
        if (from === to) return void expect(frames).toBeNull()
        expect(frames!.firstSample).toBeLessThanOrEqual(from)
        expect(from - frames!.firstSample).toBeLessThan(step)
        const end = frames!.endByte === null ? total : ((frames!.endByte - head.framesAt) / 1000) * step
        expect(end).toBeGreaterThanOrEqual(to)
      }),
    )
  })

  it('of another program is refused', () => {
    expect(() => readFlacHead(new Uint8Array(100))).toThrow('audio-unreadable')
    expect(() => readFlacHead(flacHead(100_000, []).subarray(0, 60))).toThrow('audio-unreadable')
  })
})

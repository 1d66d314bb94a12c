import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseWav } from '#domain/audio/wav'
import { createAudioFiles } from '../../../electron/adapters/audio-files.ts'
import { createAudioPacker } from '../../../electron/adapters/flac/audio-packer.ts'
import type { AudioStore } from '../../../electron/services/ports/stores.ts'

let folder: string
let audio: AudioStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starbeat-audio-'))
  audio = createAudioFiles(folder)
})

/** 100 ms of a square wave. */
const chunk = (amplitude: number) => {
  const samples = Int16Array.from({ length: 1600 }, (_, index) => (index % 20 < 10 ? amplitude : -amplitude))
  return new Uint8Array(samples.buffer)
}
const wav = (id: string) => {
  const bytes = readFileSync(join(folder, `${id}.wav`))
  return { ...parseWav(bytes), bytes }
}

describe('writing', () => {
  it('makes a WAV file of exactly what came, and its envelope', async () => {
    const writer = await audio.create('a')
    await writer.append(chunk(1000))
    expect(readdirSync(folder)).toEqual(['a.wav.part'])
    await writer.append(chunk(30_000))
    const { durationMs, envelope } = await writer.finish()
    expect(readdirSync(folder)).toEqual(['a.wav'])
    expect(durationMs).toBe(200)
    const { bytes, dataOffset, ...format } = wav('a')
    expect(format).toEqual({ sampleRateHz: 16_000, channels: 1, bitsPerSample: 16, dataBytes: 6400 })
    expect(new Uint8Array(bytes.subarray(dataOffset))).toEqual(new Uint8Array([...chunk(1000), ...chunk(30_000)]))
    expect(envelope.peaks).toHaveLength(10)
    expect(envelope.peaks[0]!).toBeLessThan(envelope.peaks[9]!)
    expect(await audio.has('a')).toBe(true)
  })

  it('reads samples that lie at odd addresses, as they do in messages', async () => {
    const message = Buffer.concat([Buffer.from([7]), Buffer.from(chunk(1000))])
    const writer = await audio.create('a')
    await writer.append(message.subarray(1))
    const { envelope } = await writer.finish()
    const straight = await audio.create('b')
    await straight.append(chunk(1000))
    expect(envelope).toEqual((await straight.finish()).envelope)
  })

  it('refuses half a sample and an attempt that has a file already', async () => {
    const writer = await audio.create('a')
    await expect(writer.append(new Uint8Array(3))).rejects.toMatchObject({ code: 'bad-request' })
    await expect(audio.create('a')).rejects.toThrow()
  })
})

describe('finishing', () => {
  it('goes on where it failed', async () => {
    const writer = await audio.create('a')
    await writer.append(chunk(1000))
    mkdirSync(join(folder, 'a.wav', 'in the way'), { recursive: true })
    await expect(writer.finish()).rejects.toThrow()
    rmSync(join(folder, 'a.wav'), { recursive: true })
    expect(await writer.finish()).toMatchObject({ durationMs: 100 })
    expect(await writer.finish()).toMatchObject({ durationMs: 100 })
    expect(wav('a').dataBytes).toBe(3200)
  })
})

describe('recovery', () => {
  it.each([
    ['cut between samples', 0, 200],
    ['cut within a sample', 1, 200],
    ['cut within a chunk', 1601, 150],
  ])('finishes a file that was %s', async (_how, lostBytes, durationMs) => {
    const writer = await audio.create('a')
    await writer.append(chunk(1000))
    await writer.append(chunk(1000))
    const part = join(folder, 'a.wav.part')
    truncateSync(part, 44 + 6400 - lostBytes)
    const recorded = await audio.recover('a')
    expect(Math.abs(recorded!.durationMs - durationMs)).toBeLessThanOrEqual(1)
    expect(readdirSync(folder)).toEqual(['a.wav'])
    expect(wav('a').dataBytes % 2).toBe(0)
    expect(wav('a').bytes.length).toBe(44 + wav('a').dataBytes)
    expect(recorded!.envelope.peaks.length).toBe(Math.ceil(durationMs / 20))
  })

  it('finishes a file that got its final name just before the crash', async () => {
    const writer = await audio.create('a')
    await writer.append(chunk(1000))
    await writer.finish()
    expect(await audio.recover('a')).toMatchObject({ durationMs: 100 })
  })

  it('finishes a file whose header was lost with the power', async () => {
    const writer = await audio.create('a')
    await writer.append(chunk(1000))
    const part = join(folder, 'a.wav.part')
    writeFileSync(part, readFileSync(part).fill(0, 0, 44))
    expect(await audio.recover('a')).toMatchObject({ durationMs: 100 })
    expect(wav('a').dataBytes).toBe(3200)
  })

  it('knows a compressed recording, and leaves it as it is', async () => {
    const writer = await audio.create('a')
    await writer.append(chunk(1000))
    const { envelope } = await writer.finish()
    await createAudioPacker(folder).compress('a', new AbortController().signal)
    expect(await audio.recover('a')).toEqual({ durationMs: 100, envelope })
    expect(readdirSync(folder)).toEqual(['a.flac'])
  })

  it('says when there is nothing', async () => {
    expect(await audio.recover('nobody')).toBeNull()
    writeFileSync(join(folder, 'empty.wav.part'), new Uint8Array(44))
    expect(await audio.recover('empty')).toMatchObject({ durationMs: 0 })
  })
})

it('deletes a recording, finished or not, and counts what is there', async () => {
  const writer = await audio.create('a')
  await writer.append(chunk(1))
  await writer.finish()
  await audio.create('b')
  expect(await audio.totalBytes()).toBe(44 + 3200 + 44)
  await audio.delete('a')
  await audio.delete('b')
  expect(readdirSync(folder)).toEqual([])
})

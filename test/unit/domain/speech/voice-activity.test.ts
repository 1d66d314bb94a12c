import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngineFrames } from '#domain/speech/engine-frames'
import { createPhrases } from '#domain/speech/phrases'
import type { VoiceFrame } from '#domain/speech/speech'
import { createVoiceActivity } from '#domain/speech/voice-activity'
import { breaths, hum, inRow, keys, mixed, noise, silence, sound, voice } from './sounds.ts'

function framesOf(samples: Int16Array, chunk = 1600): VoiceFrame[] {
  const detector = createVoiceActivity()
  const frames: VoiceFrame[] = []
  for (let at = 0; at < samples.length; at += chunk) frames.push(...detector.push(samples.subarray(at, at + chunk)))
  return [...frames, ...detector.end()]
}

const phrasesOf = (samples: Int16Array) => {
  const cutter = createPhrases()
  return [...cutter.push(framesOf(samples)), ...cutter.end()]
}

const share = (frames: readonly VoiceFrame[], is: (frame: VoiceFrame) => boolean) =>
  frames.filter(is).length / frames.length

const wav = readFileSync('test/fixtures/build-pipeline.wav')
const spoken = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length - (wav.length % 2)))
const louder = (samples: Int16Array, db: number) => samples.map((sample) => Math.round(sample * 10 ** (db / 20)))

describe('what is no speech', () => {
  test.each([
    ['silence', silence(12_000)],
    ['quiet noise', noise(12_000, -60)],
    ['loud noise', noise(12_000, -10)],
    ['breaths', mixed(breaths(12_000, -25), noise(12_000, -65))],
    ['a keyboard', mixed(keys(12_000, -15), noise(12_000, -65))],
    ['hum of 50 Hz', mixed(hum(12_000, -25), noise(12_000, -60))],
    ['hum of 60 Hz', mixed(hum(12_000, -25, 60), noise(12_000, -60))],
    ['hum that begins', inRow(noise(5000, -65), mixed(hum(7000, -25), noise(7000, -65)))],
    ['a transformer that begins', inRow(noise(5000, -65), mixed(hum(7000, -25, 100), noise(7000, -65)))],
    ['noise that begins', inRow(noise(5000, -65), noise(7000, -25))],
    ['noise that swells', noise(12_000, -20).map((sample, i) => Math.round(sample * 10 ** (i / 192_000 - 1.5)))],
    ['an offset', sound(12_000, -10, () => 1)],
  ])('%s gives no phrase', (_, samples) => {
    expect(phrasesOf(samples)).toEqual([])
  })
})

describe('speech', () => {
  test.each([
    ['in silence', voice(3000, -10)],
    ['from the first sample on', mixed(voice(3000, -10), noise(3000, -55))],
    ['of a low voice', voice(3000, -10, 75)],
    ['of a high voice', voice(3000, -10, 300)],
    ['very quiet', voice(3000, -45)],
    ['over hum', mixed(voice(3000, -10), hum(3000, -40))],
    ['with an offset', voice(3000, -12).map((sample) => sample + 3000)],
    ['in noise', mixed(voice(3000, -10), noise(3000, -30))],
  ])('%s is heard from beginning to end', (_, samples) => {
    const frames = framesOf(samples)
    expect(share(frames, ({ voiced }) => voiced)).toBeGreaterThan(0.7)
    expect(phrasesOf(samples)).toHaveLength(1)
    expect(phrasesOf(samples)[0]).toMatchObject({ startMs: 0 })
    expect(phrasesOf(samples)[0]!.endMs).toBeGreaterThan(2900)
  })

  test('that begins in the middle of a vowel is sound at once', () => {
    const frames = framesOf(mixed(voice(3000, -10).subarray(1600), noise(3000, -55)))
    expect(frames.slice(0, 5).every(({ sound }) => sound)).toBe(true)
  })

  test('a speaker who gets quieter stays heard', () => {
    const samples = inRow(...[-6, -12, -18, -24, -30, -36, -42].flatMap((db) => [voice(2000, db), silence(1000)]))
    expect(phrasesOf(mixed(samples, noise(21_000, -70)))).toHaveLength(7)
  })

  test('pauses are found while the noise rises slowly', () => {
    const talk = inRow(...Array.from({ length: 8 }, () => inRow(voice(2000, -8), silence(1000))))
    const rising = noise(24_000, -25).map((sample, i) => Math.round(sample * 10 ** (i / 384_000 - 1)))
    expect(phrasesOf(mixed(talk, rising))).toHaveLength(8)
  })

  test('a steady tone under the pauses is no voice', () => {
    const samples = inRow(silence(2000), voice(2000, -10), silence(2000))
    const frames = framesOf(mixed(samples, hum(6000, -35)))
    expect(frames.filter(({ voiced, startMs }) => voiced && (startMs < 1900 || startMs > 4100))).toEqual([])
  })

  test.each([
    ['as it is', 0],
    ['30 dB quieter', -30],
  ])('a recording, %s, is speech but for its pauses', (_, db) => {
    const phrases = phrasesOf(louder(spoken, db))
    const inPhrases = phrases.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
    const wholeMs = spoken.length / 16
    expect(inPhrases / wholeMs).toBeGreaterThan(0.75)
    expect(phrases.every(({ voicedMs, soundMs }) => voicedMs > 0.4 * soundMs)).toBe(true)
    expect(phrases.every(({ ends }) => ends === 'pause')).toBe(true)
  })
})

test('frames follow one another without gaps', () => {
  const frames = framesOf(noise(3050, -40))
  expect(frames.map(({ startMs }) => startMs)).toEqual(Array.from({ length: 152 }, (_, i) => 20 * i))
  expect(frames.every(({ startMs, endMs }) => endMs - startMs === 20)).toBe(true)
})

test('a level is that of the sound', () => {
  const frames = framesOf(sound(2000, -20, (seconds) => Math.sin(2 * Math.PI * 1000 * seconds)))
  expect(frames[50]!.levelDb).toBeCloseTo(-23, 0)
})

test('chunks of any size give the same frames', () => {
  const samples = mixed(inRow(voice(1500, -12), silence(500)), noise(2000, -50))
  const whole = framesOf(samples, samples.length)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (chunk) => {
      expect(framesOf(samples, chunk)).toEqual(whole)
    }),
    { numRuns: 20 },
  )
})

test("the engine's probabilities become frames that phrases are cut from", () => {
  const frames = createEngineFrames()
  const cutter = createPhrases()
  const phrases = [0.01, 0.95, 0.02].flatMap((probability) =>
    cutter.push(frames(new Array<number>(50).fill(probability))),
  )
  expect(phrases).toEqual([{ startMs: 1400, endMs: 3400, ends: 'pause', voicedMs: 1600, soundMs: 1600 }])
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createEnvelope } from '#domain/audio/envelope'
import { parseWav } from '#domain/audio/wav'
import { findFillers } from '#domain/delivery/fillers'
import { LONG_PAUSE_MS, measurePauses } from '#domain/delivery/pauses'
import { readSpoken } from '#domain/delivery/spoken'
import type { Word } from '#domain/transcript'

const folder = new URL('../../../../../shared/speech/wav/', import.meta.url)
const index = new URL('index.json', folder)
const here = existsSync(index)
if (!here)
  console.warn('skipped: ../shared/speech is not here, so pauses and fillers are not compared with its recordings')

type Recording = {
  file: string
  text: string
  words: { word: string; start: number; end: number }[]
  fillers: { text: string; start: number }[]
  long_pauses: { start: number; end: number }[]
}
const recordings: Recording[] = here ? JSON.parse(readFileSync(index, 'utf8')) : []

const envelopeOf = (file: string) => {
  const bytes = readFileSync(new URL(file, folder))
  const { dataOffset, dataBytes, sampleRateHz } = parseWav(bytes)
  const builder = createEnvelope(20, sampleRateHz)
  builder.push(
    new Int16Array(bytes.buffer.slice(bytes.byteOffset + dataOffset, bytes.byteOffset + dataOffset + dataBytes)),
  )
  return builder.finish()
}

/** The index has bare words; the text has their punctuation. */
const wordsOf = ({ text, words }: Recording): Word[] => {
  const tokens = text.split(' ')
  return words.map(({ word, start, end }, i) => ({
    text: tokens.length === words.length ? tokens[i]! : word,
    startMs: start * 1000,
    endMs: end * 1000,
    probability: 1,
  }))
}

describe.skipIf(!here)('recordings with known pauses and fillers (skipped where ../shared is absent)', () => {
  test.each(recordings.map((recording) => [recording.file, recording] as const))('%s: pauses', (file, recording) => {
    const expected = recording.long_pauses.filter(({ start, end }) => end - start >= 2)
    const { shown, source } = measurePauses(wordsOf(recording), envelopeOf(file))
    const pauses = shown.filter(({ startMs, endMs }) => endMs - startMs >= LONG_PAUSE_MS)
    expect(source).toBe('audio')
    expect(pauses).toHaveLength(expected.length)
    for (const [i, pause] of pauses.entries()) {
      expect(Math.abs(pause.startMs - expected[i]!.start * 1000)).toBeLessThan(250)
      expect(Math.abs(pause.endMs - expected[i]!.end * 1000)).toBeLessThan(250)
    }
  })

  test.each(recordings.map((recording) => [recording.file, recording] as const))('%s: fillers', (_, recording) => {
    expect(findFillers(readSpoken(wordsOf(recording))).map((filler) => filler.text)).toEqual(
      recording.fillers.map((filler) => filler.text),
    )
  })
})

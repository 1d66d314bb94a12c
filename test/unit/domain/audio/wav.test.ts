import { describe, expect, test } from 'vitest'
import { parseWav, wavHeader } from '#domain/audio/wav'
import { errorCode } from '#domain/errors'

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const chunk = (tag: string, body: Uint8Array) =>
  join(ascii(tag), new Uint8Array(new Uint32Array([body.length]).buffer), body)
const samples = (count: number) => new Uint8Array(count * 2).fill(255)

describe('WAV files', () => {
  test('the header is read back', () => {
    const file = join(wavHeader(8, 16_000), samples(4))
    expect(parseWav(file)).toEqual({
      sampleRateHz: 16_000,
      channels: 1,
      bitsPerSample: 16,
      dataOffset: 44,
      dataBytes: 8,
    })
  })

  test.each([
    ['a size of zero', join(wavHeader(0, 16_000), samples(4)), 44, 8],
    ['a size beyond the end', join(wavHeader(1000, 16_000), samples(4)), 44, 8],
    ['a size that stopped growing', join(wavHeader(4, 16_000), samples(50)), 44, 100],
    ['half a sample at the end', join(wavHeader(0, 16_000), samples(4), new Uint8Array(1)), 44, 8],
    ['a chunk after the samples', join(wavHeader(8, 16_000), samples(4), chunk('LIST', ascii('info'))), 44, 8],
    ['no samples yet', wavHeader(0, 16_000), 44, 0],
  ])('%s', (_, file, dataOffset, dataBytes) => {
    expect(parseWav(file)).toMatchObject({ dataOffset, dataBytes })
  })

  test('chunks before the samples are skipped, also one of odd length', () => {
    const header = wavHeader(4, 16_000)
    const extra = join(chunk('LIST', ascii('odd')), new Uint8Array(1))
    const file = join(header.subarray(0, 36), extra, header.subarray(36), samples(2))
    expect(parseWav(file)).toMatchObject({ dataOffset: 56, dataBytes: 4 })
  })

  test('the head of a long file is enough', () => {
    expect(parseWav(wavHeader(0, 16_000), 44 + 32_000).dataBytes).toBe(32_000)
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['text', ascii('this is a story bank, not a recording at all, and long enough')],
    ['a header cut off', wavHeader(8, 16_000).subarray(0, 30)],
    ['no samples', wavHeader(8, 16_000).subarray(0, 36)],
    ['no channels', wavHeader(8, 16_000).map((byte, i) => (i === 22 ? 0 : byte))],
  ])('%s is unreadable', (_, bytes) => {
    let code = ''
    try {
      parseWav(bytes)
    } catch (error) {
      code = errorCode(error)
    }
    expect(code).toBe('audio-unreadable')
  })
})

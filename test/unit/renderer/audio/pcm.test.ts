import { describe, expect, it } from 'vitest'
import { createChunker, toSample16 } from '../../../../renderer/audio/pcm.ts'

const samplesOf = (bytes: Uint8Array) => [
  ...new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
]

describe('toSample16', () => {
  it.each([
    [0, 0],
    [1, 32_767],
    [-1, -32_768],
    [1.7, 32_767],
    [-3, -32_768],
    [0.5, 16_384],
  ])('%f becomes %i', (sample, expected) => expect(toSample16(sample)).toBe(expected))
})

describe('createChunker', () => {
  it('cuts blocks of any size into equal chunks and loses no sample', () => {
    const chunker = createChunker(4)
    const input = Float32Array.from({ length: 11 }, (_, i) => i / 100)
    const chunks = [input.subarray(0, 3), input.subarray(3, 9), input.subarray(9)].flatMap((block) =>
      chunker.push(block),
    )
    expect(chunks.map((chunk) => chunk.length)).toEqual([8, 8])
    const rest = chunker.flush()
    expect([...chunks.flatMap(samplesOf), ...samplesOf(rest!)]).toEqual([...input].map(toSample16))
    expect(chunker.flush()).toBeNull()
  })

  it('gives one chunk of 3,200 bytes for 100 ms, little-endian', () => {
    const [chunk] = createChunker().push(new Float32Array(1600).fill(1))
    expect(chunk).toHaveLength(3200)
    expect([chunk![0], chunk![1]]).toEqual([0xff, 0x7f])
  })

  it('tells how much went in', () => {
    const chunker = createChunker()
    chunker.push(new Float32Array(800))
    chunker.push(new Float32Array(1600))
    expect(chunker.durationMs).toBe(150)
  })

  it('never changes a chunk that it has handed out', () => {
    const chunker = createChunker(2)
    const [first] = chunker.push(Float32Array.of(0.1, 0.2))
    const before = [...first!]
    chunker.push(Float32Array.of(0.9, 0.9))
    expect([...first!]).toEqual(before)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#domain/errors'
import { createChunkQueue } from '../../../../renderer/audio/chunk-queue.ts'

const chunk = (n: number) => Uint8Array.of(n)

/** A receiver that answers when told to. */
function createReceiver() {
  const received: { sequence: number; byte: number; answer: PromiseWithResolvers<void> }[] = []
  return {
    received,
    send(sequence: number, pcm: Uint8Array) {
      const answer = Promise.withResolvers<void>()
      received.push({ sequence, byte: pcm[0]!, answer })
      return answer.promise
    },
  }
}

describe('createChunkQueue', () => {
  it('numbers chunks from 0 and keeps their order', async () => {
    const { received, send } = createReceiver()
    const queue = createChunkQueue(send, () => {})
    for (let n = 0; n < 5; n++) queue.push(chunk(n))
    expect(received.map(({ sequence, byte }) => [sequence, byte])).toEqual([0, 1, 2, 3, 4].map((n) => [n, n]))
  })

  it('holds back while many are unanswered, and loses none', async () => {
    const { received, send } = createReceiver()
    const queue = createChunkQueue(send, () => {})
    for (let n = 0; n < 40; n++) queue.push(chunk(n))
    expect(received).toHaveLength(16)
    let isDrained = false
    const drained = queue.drain().then(() => {
      isDrained = true
    })
    for (let n = 0; n < 40; n++) {
      expect(isDrained).toBe(false)
      received[n]!.answer.resolve()
      await new Promise((resolve) => setTimeout(resolve))
    }
    await drained
    expect(received.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  })

  it('tells one refusal, sends nothing after it, and is drained', async () => {
    const { received, send } = createReceiver()
    const onRefused = vi.fn()
    const queue = createChunkQueue(send, onRefused)
    for (let n = 0; n < 20; n++) queue.push(chunk(n))
    received[2]!.answer.reject(new AppError('disk-full'))
    received[3]!.answer.reject(new AppError('disk-full'))
    await queue.drain()
    queue.push(chunk(99))
    expect(onRefused).toHaveBeenCalledOnce()
    expect(onRefused.mock.calls[0]![0]).toMatchObject({ code: 'disk-full' })
    expect(received).toHaveLength(16)
  })

  it('is drained when nothing was pushed', async () => {
    await createChunkQueue(
      async () => {},
      () => {},
    ).drain()
  })
})

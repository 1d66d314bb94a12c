/** Sends chunks in order; keeps them while the other side is slow. */
export interface ChunkQueue {
  push(pcm: Uint8Array): void
  /** Resolves when everything pushed so far was accepted, or when one was refused. */
  drain(): Promise<void>
}

// Enough to hide a slow disk's answers, little enough that a refusal is noticed at once.
const MOST_UNDER_WAY = 16

/**
 * Numbers chunks from 0 and hands them to `send`, at most sixteen unanswered at a time. After the first refusal
 * `onRefused` is called once and nothing more is sent: a later chunk would leave a gap.
 */
export function createChunkQueue(
  send: (sequence: number, pcm: Uint8Array) => Promise<unknown>,
  onRefused: (error: unknown) => void,
): ChunkQueue {
  const waiting: Uint8Array[] = []
  let sequence = 0
  let underWay = 0
  let isRefused = false
  let drained = Promise.withResolvers<void>()
  drained.resolve()

  function settle(): void {
    underWay--
    pump()
    if (underWay === 0 && waiting.length === 0) drained.resolve()
  }

  function refuse(error: unknown): void {
    if (!isRefused) {
      isRefused = true
      waiting.length = 0
      onRefused(error)
      drained.resolve()
    }
  }

  function pump(): void {
    while (!isRefused && underWay < MOST_UNDER_WAY) {
      const pcm = waiting.shift()
      if (!pcm) return
      underWay++
      send(sequence++, pcm).catch(refuse).finally(settle)
    }
  }

  return {
    push(pcm) {
      if (isRefused) return
      if (underWay === 0 && waiting.length === 0) drained = Promise.withResolvers()
      waiting.push(pcm)
      pump()
    },
    drain: () => drained.promise,
  }
}

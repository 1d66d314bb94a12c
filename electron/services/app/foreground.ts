/** Whether the user waits for the machine: what can wait stands back meanwhile. */
export interface Foreground {
  /** Something the user waits for begins; the answer ends it, once. */
  enter(): () => void
  /** Resolves when nothing is waited for; rejects with the signal's reason. */
  whenFree(signal: AbortSignal): Promise<void>
  /** Calls back when something begins; returns the closer of the listener. */
  onTaken(listener: () => void): () => void
}

/** Counts recordings and the transcriptions that follow them. */
export function createForeground(): Foreground {
  const taken = new Set<() => void>()
  let freed = Promise.withResolvers<void>()
  let count = 0
  return {
    enter() {
      if (count++ === 0) freed = Promise.withResolvers()
      for (const listener of taken) listener()
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        if (--count === 0) freed.resolve()
      }
    },
    async whenFree(signal) {
      const aborted = Promise.withResolvers<never>()
      const abort = () => aborted.reject(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      try {
        signal.throwIfAborted()
        while (count > 0) await Promise.race([freed.promise, aborted.promise])
      } finally {
        signal.removeEventListener('abort', abort)
        aborted.promise.catch(() => {})
      }
    },
    onTaken(listener) {
      taken.add(listener)
      return () => void taken.delete(listener)
    },
  }
}

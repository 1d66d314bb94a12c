import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Passes bytes on and knows how many there were, and their SHA-256 once they have ended. */
export function metered(onBytes: (count: number) => void): { stream: Transform; result(): Metered } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk)
      bytes += chunk.length
      onBytes(chunk.length)
      pass(null, chunk)
    },
  })
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

export interface Metered {
  readonly bytes: number
  readonly sha256: string
}

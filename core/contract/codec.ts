import { decode, encode } from '@msgpack/msgpack'

/** Messages as bytes (MessagePack), for transports that carry bytes only; `Uint8Array` values stay bytes. */
export const encodeMessage = (message: unknown): Uint8Array<ArrayBuffer> =>
  encode(message, { ignoreUndefined: true }) as Uint8Array<ArrayBuffer>

/** The message in the bytes, or null when they hold none: the sender may be anybody. */
export function decodeMessage(bytes: Uint8Array): unknown {
  try {
    return decode(bytes)
  } catch {
    return null
  }
}

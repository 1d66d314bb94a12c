import { z } from 'zod'

/** Where the official model files are. */
export const OFFICIAL_HOST = 'https://huggingface.co'

/** Scheme, host with port, and path; no password, query or fragment. */
const PLAIN_ADDRESS = /^https?:\/\/[^/?#@\s]+(?:\/[^?#\s]*)?$/i
const MOST_CHARACTERS = 500
const Address = z.url({ protocol: /^https?$/i, normalize: true })

/**
 * The base address of a server that keeps the model files under the official host's paths, without a slash at its end;
 * null for what is no http or https address, carries a query, a fragment or a password, or is longer than 500 characters.
 */
export function readMirror(text: string): string | null {
  const address = Address.safeParse(text.trim())
  if (!address.success || !PLAIN_ADDRESS.test(text.trim())) return null
  const base = address.data.replace(/\/+$/, '')
  return base.length <= MOST_CHARACTERS ? base : null
}

/** A mirror's address as `readMirror` writes it. */
export const MirrorUrl = z.string().refine((text) => readMirror(text) === text)

/** The address of a file of a repository; null as mirror means the official host. */
export const fileUrl = (mirror: string | null, repository: string, fileName: string): string =>
  `${mirror ?? OFFICIAL_HOST}/${repository}/resolve/main/${fileName}`

import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { ExpectedFile } from '../../services/ports/model.ts'
import { asDiskError, writeAt } from '../disk.ts'

/** How a download is called while it arrives; it stays when the app ends. */
export const DOWNLOAD_ENDING = '.download'

/** What must be known to go on with a download: which file it is, and the server's mark of its version. */
const Origin = z.object({ sha256: z.string(), validator: z.string().nullable() })
type Origin = z.infer<typeof Origin>

/** The part of a file that has arrived. */
export interface PartFile {
  readonly receivedBytes: number
  /** What the server called the version that these bytes are of: a strong ETag or a date. */
  readonly validator: string | null
  append(bytes: Uint8Array): Promise<void>
  /** Forgets every byte; those that follow are of this version. */
  restart(validator: string | null): Promise<void>
  /** The sum of all bytes in hexadecimal digits; nothing can be added afterwards. */
  sha256(): string
  /** Makes everything last and closes the file. */
  close(): Promise<void>
}

const originPath = (path: string) => `${path}.json`

/** Opens what arrived of a file before, reading it once for its sum, or begins anew. */
export async function openPart(path: string, expected: ExpectedFile, signal: AbortSignal): Promise<PartFile> {
  const known = await readOrigin(path)
  const goesOn = known?.sha256 === expected.sha256
  const file = await asDiskError(open(path, goesOn ? 'a+' : 'w+'))
  let hash = createHash('sha256')
  let validator = goesOn ? known.validator : null
  let receivedBytes = 0
  try {
    receivedBytes = goesOn ? await sumUp(path, hash, signal) : 0
    // What is known already is not written again: a full disk would lose it, and with it all that arrived.
    if (!goesOn) await writeOrigin(path, { sha256: expected.sha256, validator })
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    get receivedBytes() {
      return receivedBytes
    },
    get validator() {
      return validator
    },
    async append(bytes) {
      await writeAt(file, bytes, receivedBytes)
      hash.update(bytes)
      receivedBytes += bytes.byteLength
    },
    async restart(next) {
      await asDiskError(file.truncate(0))
      hash = createHash('sha256')
      receivedBytes = 0
      validator = next
      await writeOrigin(path, { sha256: expected.sha256, validator })
    },
    sha256: () => hash.digest('hex'),
    close: () => syncAndClose(file),
  }
}

/** Deletes a part and what is known of it. */
export async function removePart(path: string): Promise<void> {
  await asDiskError(rm(path, { force: true }))
  await asDiskError(rm(originPath(path), { force: true }))
}

/** Deletes what is known of a part that has become a whole file. */
export const removeOrigin = (path: string): Promise<void> => rm(originPath(path), { force: true })

async function sumUp(path: string, hash: Hash, signal: AbortSignal): Promise<number> {
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).byteLength
  }
  return bytes
}

async function readOrigin(path: string): Promise<Origin | null> {
  try {
    return Origin.parse(JSON.parse(await readFile(originPath(path), 'utf8')))
  } catch {
    return null
  }
}

const writeOrigin = (path: string, origin: Origin): Promise<void> =>
  asDiskError(writeFile(originPath(path), JSON.stringify(origin)))

async function syncAndClose(file: FileHandle): Promise<void> {
  await asDiskError(file.sync()).finally(() => file.close())
}

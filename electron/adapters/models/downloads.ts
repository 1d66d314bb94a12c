import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, errorCode } from '#domain/errors'
import { waitBeforeMs } from '#domain/models/transfer'
import type { ExpectedFile, FetchOptions, ModelDownloads } from '../../services/ports/model.ts'
import { asDiskError } from '../disk.ts'
import { type Connection, fetchPart } from './fetch-part.ts'
import { incomingModel } from './incoming.ts'
import { inspectModel } from './model-store.ts'
import { DOWNLOAD_ENDING, openPart, type PartFile, removeOrigin, removePart } from './part-file.ts'

export interface DownloadsOptions extends Connection {
  readonly folder: string
  freeBytes(folder: string): Promise<number>
}

/** Room that a download leaves on the disk. */
const ROOM_LEFT_BYTES = 200e6
/** Failures in a row before a download gives up; one that brought this much counts as none. */
const MOST_FAILURES = 5
const PROGRESS_BYTES = 1 << 20

/** Downloads into the folder of the models; parts stay there as `.download` files until they are whole. */
export function createModelDownloads(options: DownloadsOptions): ModelDownloads {
  const { folder } = options
  return {
    async partial() {
      const names = await readdir(folder).catch((): string[] => [])
      const parts = names.filter((name) => name.endsWith(DOWNLOAD_ENDING))
      const sizes = parts.map(async (name): Promise<[string, number][]> => {
        // One that is gone by now has become a model or was discarded.
        const found = await stat(join(folder, name)).catch(() => null)
        return found ? [[name.slice(0, -DOWNLOAD_ENDING.length), found.size]] : []
      })
      return new Map((await Promise.all(sizes)).flat())
    },
    open(file) {
      const partPath = join(folder, file.fileName + DOWNLOAD_ENDING)
      const incoming = incomingModel({ partPath, folder, name: file.fileName, inspect: inspectModel })
      return {
        check: incoming.check,
        async install() {
          const installed = await incoming.install()
          await removeOrigin(partPath)
          return installed
        },
        abandon: () => removePart(partPath),
        fetch: (how) => download(file, partPath, how, options),
      }
    },
  }
}

async function download(file: ExpectedFile, path: string, how: FetchOptions, options: DownloadsOptions): Promise<void> {
  try {
    await asDiskError(mkdir(options.folder, { recursive: true }))
    await fetchWhole(file, path, how, options)
  } catch (error) {
    // Nothing came: there is nothing to go on with, and nothing to list at the next start.
    const { size } = await stat(path).catch(() => ({ size: null }))
    if (size === 0) await removePart(path).catch(() => {})
    if (how.signal.aborted) throw new AppError('cancelled')
    if (errorCode(error) === 'disk-full') throw new AppError('download-no-room', { cause: error })
    if (errorCode(error) === 'download-damaged') await removePart(path)
    throw error
  }
}

async function fetchWhole(
  file: ExpectedFile,
  path: string,
  how: FetchOptions,
  options: DownloadsOptions,
): Promise<void> {
  const part = await openPart(path, file, how.signal)
  try {
    how.report(part.receivedBytes)
    await checkRoom(file.sizeBytes - part.receivedBytes, options)
    await fetchAll(part, file, how, options)
  } finally {
    await part.close()
  }
  if (part.sha256() !== file.sha256) throw new AppError('download-damaged')
}

async function checkRoom(missingBytes: number, { folder, freeBytes }: DownloadsOptions): Promise<void> {
  if (missingBytes > 0 && (await freeBytes(folder)) < missingBytes + ROOM_LEFT_BYTES)
    throw new AppError('download-no-room')
}

async function fetchAll(
  part: PartFile,
  file: ExpectedFile,
  how: FetchOptions,
  options: DownloadsOptions,
): Promise<void> {
  let failures = 0
  while (part.receivedBytes < file.sizeBytes) {
    const before = part.receivedBytes
    const trouble = await fetchPart(part, file, how, options)
    if (!trouble) continue
    failures = part.receivedBytes - before >= PROGRESS_BYTES ? 1 : failures + 1
    if (failures > MOST_FAILURES) throw trouble
    await options.timing.wait(waitBeforeMs(failures), how.signal)
  }
}

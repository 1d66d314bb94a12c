import type { FileHandle } from 'node:fs/promises'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, type ErrorCode } from '#domain/errors'

const DISK_ERRORS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'data-folder-unusable',
  EPERM: 'data-folder-unusable',
  EROFS: 'data-folder-unusable',
}

/** Passes the outcome of disk work on; a full disk becomes `disk-full`, one that must not be written `data-folder-unusable`. */
export async function asDiskError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const known = DISK_ERRORS[(cause as NodeJS.ErrnoException).code ?? '']
    throw known ? new AppError(known, { cause }) : cause
  }
}

/** Writes all bytes at a place in a file; a disk that takes only some of them is full. */
export async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  const { bytesWritten } = await asDiskError(file.write(bytes, 0, bytes.byteLength, position))
  if (bytesWritten < bytes.byteLength) throw new AppError('disk-full')
}

/** What the files of a folder take on the disk; 0 when it does not exist. */
export async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (s) => s.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

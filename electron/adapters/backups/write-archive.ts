import { createWriteStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import type { PassThrough } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  type BackupFile,
  type BackupManifest,
  MANIFEST_PATH,
} from '#domain/backup/manifest'
import { AppError } from '#domain/errors'
import type { ArchiveHead, Work } from '../../services/ports/backup.ts'
import { asDiskError } from '../disk.ts'
import { metered } from './metered.ts'
import { openArchive } from './read-archive.ts'

/** A file to go into an archive; packing pays for the database alone, sound and models hardly get smaller. */
export interface ArchiveEntry {
  readonly path: string
  readonly file: string
  readonly isPacked: boolean
}

export interface ArchivePlan {
  readonly head: ArchiveHead
  /** What is to go in, as it stands now; asked again, as recordings may come or change their form meanwhile. */
  entries(): Promise<readonly ArchiveEntry[]>
  readonly work: Work
}

/** The part of the work that is writing; the rest is reading back. */
const WRITING = 0.6

/** Writes an archive, its list last, and reads it back against that list. Throws `backup-failed` and `disk-full`. */
export async function writeArchive(path: string, { head, entries, work }: ArchivePlan): Promise<void> {
  const { signal, report } = work
  const total = await totalBytes(await entries())
  let written = 0
  const zip = new ZipFile()
  // What goes wrong inside comes out of the stream, and so of `saved`.
  zip.on('error', (error: Error) => outputOf(zip).destroy(error))
  const saved = asDiskError(pipeline(outputOf(zip), createWriteStream(path, { flags: 'wx', flush: true }), { signal }))
  const failed = new Promise<never>((_, reject) => saved.catch(reject))
  failed.catch(() => {})
  const mtime = new Date(head.createdAt)
  const onBytes = (count: number) => {
    written += count
    report(WRITING * Math.min(1, written / Math.max(1, total)))
  }

  const files: BackupFile[] = []
  const seen = new Set<string>()
  const unseen = async () => (await entries()).filter(({ path: inside }) => !seen.has(inside))
  for (let round = await unseen(); round.length > 0; round = await unseen()) {
    for (const entry of round) {
      seen.add(entry.path)
      const file = await addEntry(zip, entry, { mtime, onBytes, failed })
      if (file) files.push(file)
    }
  }
  const manifest: BackupManifest = { format: BACKUP_FORMAT, formatVersion: BACKUP_FORMAT_VERSION, ...head, files }
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), MANIFEST_PATH, { mtime })
  zip.end()
  await saved
  await readBack(path, head.schemaVersion, { signal, report: (part) => report(WRITING + (1 - WRITING) * part) })
}

const outputOf = (zip: ZipFile) => zip.outputStream as unknown as PassThrough

/** Adds a file and answers what went in; null when it is gone meanwhile. */
async function addEntry(
  zip: ZipFile,
  { path, file, isPacked }: ArchiveEntry,
  { mtime, onBytes, failed }: { mtime: Date; onBytes: (count: number) => void; failed: Promise<never> },
): Promise<BackupFile | null> {
  const handle = await openIfThere(file)
  if (!handle) return null
  const meter = metered(onBytes)
  const source = handle.createReadStream()
  source.once('error', (error) => zip.emit('error', error))
  zip.addReadStreamLazy(path, { mtime, compress: isPacked }, (take) => take(null, source.pipe(meter.stream)))
  await Promise.race([finished(meter.stream), failed]).finally(() => source.destroy())
  return { path, ...meter.result() }
}

async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}

async function readBack(path: string, schemaVersion: number, work: Work): Promise<void> {
  try {
    const archive = await openArchive(path, schemaVersion)
    await archive.verify(work).finally(() => archive.close())
  } catch (cause) {
    work.signal.throwIfAborted()
    throw new AppError('backup-failed', { cause })
  }
}

async function totalBytes(entries: readonly ArchiveEntry[]): Promise<number> {
  const sizes = await Promise.all(
    entries.map(({ file }) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

import { createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import {
  type BackupDamage,
  type BackupFile,
  type BackupManifest,
  damageAt,
  damaged,
  MANIFEST_PATH,
  readManifest,
  unpackedBytes,
} from '#domain/backup/manifest'
import { AppError } from '#domain/errors'
import type { OpenArchive, Work } from '../../services/ports/backup.ts'
import { asDiskError } from '../disk.ts'
import { metered } from './metered.ts'

const MAX_ENTRIES = 500_001
/** A list of half a million files stays below this. */
const MAX_MANIFEST_BYTES = 128 * 1024 * 1024
const LOCAL_HEADER = 0x04034b50

/** Opens an archive and reads its list; no file of it is read yet. Throws `backup-damaged` and `backup-newer`. */
export async function openArchive(path: string, schemaVersion: number): Promise<OpenArchive> {
  const zip = await openZip(path)
  try {
    const entries = await entriesOf(zip)
    const manifest = await manifestOf(zip, entries, schemaVersion)
    const pairs = manifest.files.map((file) => ({ file, entry: entryOf(entries, file) }))
    return {
      manifest,
      verify: (work) => readAll(zip, manifest, pairs, work, () => nowhere()),
      async unpack(folder, work) {
        await asDiskError(mkdir(join(folder, 'audio'), { recursive: true }))
        const hasModels = manifest.files.some(({ path: inside }) => inside.startsWith('models/'))
        if (hasModels) await asDiskError(mkdir(join(folder, 'models')))
        await readAll(zip, manifest, pairs, work, ({ path: inside }) =>
          createWriteStream(join(folder, inside), { flags: 'wx', flush: true }),
        )
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    // Names stay bytes here: yauzl would only say that one is unsafe, not which kind of error it was.
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (cause) {
    throw damaged((await beginsLikeZip(path)) ? 'incomplete' : 'not-a-backup', cause)
  }
}

/** The list of a zip is at its end: one that only begins as a zip was cut off. */
async function beginsLikeZip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(4)
    const { bytesRead } = await file.read(head, 0, 4, 0)
    return bytesRead === 4 && head.readUInt32LE() === LOCAL_HEADER
  } finally {
    await file.close()
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw damaged('list')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = (entry.fileName as unknown as Buffer).toString('utf8')
      if (yauzl.validateFileName(name) !== null) throw damaged('unsafe-path')
      if (entries.has(name) || entry.isEncrypted()) throw damaged('list')
      entries.set(name, entry)
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged('list', cause)
  }
  return entries
}

async function manifestOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, schemaVersion: number) {
  const entry = entries.get(MANIFEST_PATH)
  if (!entry) throw damaged('not-a-backup')
  if (entry.uncompressedSize > MAX_MANIFEST_BYTES) throw damaged('list')
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  } catch (cause) {
    throw damaged('list', cause)
  }
  return readManifest(Buffer.concat(chunks).toString('utf8'), schemaVersion)
}

function entryOf(entries: ReadonlyMap<string, Entry>, { path, bytes }: BackupFile): Entry {
  const entry = entries.get(path)
  if (!entry) throw damaged('incomplete')
  if (entry.uncompressedSize !== bytes) throw damaged(damageAt(path))
  return entry
}

interface Pair {
  readonly file: BackupFile
  readonly entry: Entry
}

async function readAll(
  zip: ZipFile,
  manifest: BackupManifest,
  pairs: readonly Pair[],
  { signal, report }: Work,
  target: (file: BackupFile) => Writable,
): Promise<void> {
  const total = Math.max(1, unpackedBytes(manifest))
  let read = 0
  for (const { file, entry } of pairs) {
    const meter = metered((count) => {
      read += count
      report(read / total)
    })
    const source = await sourceOf(zip, entry, damageAt(file.path))
    try {
      await asDiskError(pipeline(source, meter.stream, target(file), { signal }))
    } catch (cause) {
      signal.throwIfAborted()
      // The disk's errors name what the system was asked to do; all others are of what was read.
      if (cause instanceof AppError || (cause as NodeJS.ErrnoException).syscall) throw cause
      throw damaged(damageAt(file.path), cause)
    }
    const found = meter.result()
    if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) throw damaged(damageAt(file.path))
  }
}

async function sourceOf(zip: ZipFile, entry: Entry, damage: BackupDamage): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry)
  } catch (cause) {
    throw damaged(damage, cause)
  }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

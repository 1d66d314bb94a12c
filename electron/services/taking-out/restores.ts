import type { RestorePreview, RestoreSource } from '#contract/backups'
import { unpackedBytes } from '#domain/backup/manifest'
import { setAsideName } from '#domain/backup/names'
import { AppError } from '#domain/errors'
import type { Jobs } from '../app/jobs.ts'
import type { Recordings } from '../attempts/recordings.ts'
import type {
  BackupArchives,
  BackupFolder,
  BackupUpload,
  DatabaseCopies,
  Reopen,
  RestoreSwap,
  StoredBackup,
  Work,
} from '../ports/backup.ts'
import type { AudioStore, Clock, NewId } from '../ports/stores.ts'
import { SPARE_BYTES } from './backups.ts'

export interface Restores {
  beginUpload(sizeBytes: number): Promise<{ uploadId: string }>
  append(uploadId: string, sequence: number, bytes: Uint8Array): Promise<void>
  cancelUpload(uploadId: string): Promise<void>
  /** Checks a backup and prepares it; nothing of the user's is changed. */
  examine(requestId: string, source: RestoreSource): Promise<RestorePreview>
  dismiss(restoreId: string): Promise<void>
  /** Closes the app, puts what was prepared in place, and opens the app anew. */
  restore(restoreId: string): Promise<void>
  /** Abandons what was never put in place. */
  close(): Promise<void>
}

/** A restore that only waits for a word: what lies in `from` replaces what is here. */
interface Prepared {
  readonly from: string
  readonly path: string
  readonly madeAt: number
  /** Whether the folder was made for this and may go with it. */
  readonly isOwn: boolean
}

/** What was found out about a backup while it was prepared. */
interface Found {
  readonly from: string
  readonly path: string
  readonly madeAt: number
  readonly appVersion: string | null
  readonly bytes: number
}

const databaseIn = (path: string): string => `${path}/starbeat.db`

/** The part of the check that unpacking is; the rest is looking into the database. */
const UNPACKING = 0.95

/** Brings backups back: checked first, shown, then put in place in one go, with what was there set aside. */
export function createRestores(deps: {
  copies: DatabaseCopies
  folder: BackupFolder
  archives: BackupArchives
  swap: RestoreSwap
  recordings: Pick<Recordings, 'isOpen'>
  audio: Pick<AudioStore, 'sizes'>
  reopen: Reopen
  jobs: Jobs
  newId: NewId
  now: Clock
}): Restores {
  const { copies, folder, archives, swap } = deps
  const uploads = new Map<string, { upload: BackupUpload; nextSequence: number }>()
  const prepared = new Map<string, Prepared>()

  function opened(uploadId: string) {
    const upload = uploads.get(uploadId)
    if (!upload) throw new AppError('not-found')
    return upload
  }

  async function cancelUpload(uploadId: string): Promise<void> {
    const open = uploads.get(uploadId)
    uploads.delete(uploadId)
    await open?.upload.abandon()
  }

  async function checkRoom(bytes: number): Promise<void> {
    if (bytes + SPARE_BYTES > (await folder.freeBytes())) throw new AppError('backup-no-room')
  }

  async function unpack(restoreId: string, path: string, work: Work): Promise<Found> {
    const archive = await archives.open(path, copies.schemaVersion)
    try {
      const bytes = unpackedBytes(archive.manifest)
      await checkRoom(bytes)
      const place = await swap.prepare(restoreId)
      await archive.unpack(place.path, { ...work, report: (part) => work.report(UNPACKING * part) })
      const { createdAt, appVersion } = archive.manifest
      return { from: place.name, path: place.path, madeAt: createdAt, appVersion, bytes }
    } finally {
      archive.close()
    }
  }

  async function fromStored(restoreId: string, name: string, work: Work): Promise<Found> {
    const stored = (await folder.list()).find((backup) => backup.name === name)
    if (!stored) throw new AppError('not-found')
    if (stored.kind === 'whole') return unpack(restoreId, folder.path(name), work)
    const common = { madeAt: stored.createdAt, appVersion: null, bytes: stored.bytes }
    // What was set aside lies there as it was: it is moved back, not copied.
    if (stored.kind === 'set-aside') return { ...common, from: name, path: folder.path(name) }
    return { ...common, ...(await copied(restoreId, stored)) }
  }

  async function copied(restoreId: string, { name, bytes }: StoredBackup) {
    await checkRoom(bytes)
    const place = await swap.prepare(restoreId)
    await swap.copyDatabase(folder.path(name), place.path)
    return { from: place.name, path: place.path }
  }

  async function fromUpload(restoreId: string, uploadId: string, work: Work): Promise<Found> {
    const { upload } = opened(uploadId)
    try {
      await upload.finish()
      return await unpack(restoreId, upload.path, work)
    } finally {
      await cancelUpload(uploadId)
    }
  }

  async function check(restoreId: string, source: RestoreSource, work: Work): Promise<RestorePreview> {
    const found =
      source.from === 'upload'
        ? await fromUpload(restoreId, source.uploadId, work)
        : await fromStored(restoreId, source.name, work)
    const backup = copies.inspect(databaseIn(found.path))
    work.signal.throwIfAborted()
    const { from, path, madeAt, appVersion, bytes } = found
    prepared.set(restoreId, { from, path, madeAt, isOwn: from !== (source.from === 'stored' ? source.name : null) })
    const [recordings, models] = [await swap.has(found.path, 'audio'), await swap.has(found.path, 'models')]
    const holds = { database: true as const, recordings, models }
    return { restoreId, madeAt, appVersion, holds, backup, here: copies.counts(), backupBytes: bytes }
  }

  /** A database without recordings of its own: what it had put aside may be wanted by now, and its sound is still here. */
  async function keepSound(path: string): Promise<void> {
    if (await swap.has(path, 'audio')) return
    copies.takeBackRemovals(databaseIn(path), [...(await deps.audio.sizes()).keys()])
  }

  async function dismiss(restoreId: string): Promise<void> {
    const known = prepared.get(restoreId)
    prepared.delete(restoreId)
    if (known?.isOwn) await swap.discard(restoreId)
  }

  return {
    async beginUpload(sizeBytes) {
      // One at a time as well: a window that was closed or loaded again has left its own behind.
      await Promise.all([...uploads.keys()].map(cancelUpload))
      await checkRoom(sizeBytes)
      const uploadId = deps.newId()
      uploads.set(uploadId, { upload: await folder.receive(sizeBytes), nextSequence: 0 })
      return { uploadId }
    },
    async append(uploadId, sequence, bytes) {
      const open = opened(uploadId)
      if (sequence !== open.nextSequence) throw new AppError('bad-request', { detail: 'chunk out of turn' })
      open.nextSequence++
      await open.upload.append(bytes)
    },
    cancelUpload,
    async examine(requestId, source) {
      // One at a time: what was prepared before is no longer asked about.
      for (const restoreId of [...prepared.keys()]) await dismiss(restoreId)
      const restoreId = deps.newId()
      try {
        return await deps.jobs.run('restore-check', requestId, (signal, report) =>
          check(restoreId, source, { signal, report }),
        ).done
      } catch (error) {
        await swap.discard(restoreId)
        throw error
      }
    },
    dismiss,
    async restore(restoreId) {
      const known = prepared.get(restoreId)
      const aside = await freeName(folder, deps.now())
      // From here to the closing nothing else has its turn.
      if (!known || !prepared.has(restoreId)) throw new AppError('not-found')
      if (deps.recordings.isOpen()) throw new AppError('restore-while-recording')
      // Closing must not take away what is about to be put in place.
      prepared.delete(restoreId)
      const act = async () => {
        await keepSound(known.path)
        await swap.swap(known.from, aside)
        return () => swap.swap(aside, known.from)
      }
      await deps.reopen(act, { madeAt: known.madeAt, aside })
    },
    async close() {
      await Promise.all([...uploads.keys()].map(cancelUpload))
      await Promise.all([...prepared.keys()].map(dismiss))
    },
  }
}

/** The name under which what is here is set aside: names are a second apart. */
async function freeName(folder: BackupFolder, now: number): Promise<string> {
  const taken = new Set((await folder.list()).map(({ name }) => name))
  let at = now
  while (taken.has(setAsideName(at))) at += 1000
  return setAsideName(at)
}

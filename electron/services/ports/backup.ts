import type { BackupManifest, DataCounts } from '#domain/backup/manifest'
import type { BackupKind } from '#domain/backup/names'

/** Work that tells how far it is (0-1) and can be aborted; aborting rejects with the signal's reason. */
export interface Work {
  readonly signal: AbortSignal
  report(fraction: number): void
}

/** Calls back soon after the start and then every few minutes. */
export interface Ticker {
  /** Returns the closer. */
  start(look: () => void): () => void
}

/** Copies of the database, and what is in them. */
export interface DatabaseCopies {
  /** The schema of this version of the app. */
  readonly schemaVersion: number
  /** What the open database takes, its log left out. Bytes. */
  bytes(): number
  /** What the open database holds. */
  counts(): DataCounts
  /**
   * Writes a consistent copy while the database is in use, then opens it and holds it against the original: whole, of
   * the same schema, as many rows in every table. Throws `backup-failed` or `disk-full`; nothing stays then.
   */
  copyTo(file: string, work: Work): Promise<void>
  /**
   * Checks a copy and raises it to the current schema. Throws `backup-newer`, and `backup-damaged` for what is no
   * database of Starbeat's.
   */
  inspect(file: string): DataCounts
  /** Takes back in a copy that these attempts, their sound or their banks were put aside, from where they would be deleted. */
  takeBackRemovals(file: string, attemptIds: readonly string[]): void
}

/** Something in the folder of backups. */
export interface StoredBackup {
  readonly name: string
  readonly kind: BackupKind
  readonly createdAt: number
  readonly bytes: number
}

/** The folder of backups. */
export interface BackupFolder {
  /** What lies in it, newest first. */
  list(): Promise<StoredBackup[]>
  /** Where something of that name lies. */
  path(name: string): string
  /** Throws `not-found`. */
  remove(name: string): Promise<void>
  /**
   * Lets `write` fill a file under a passing name and gives it its own when it is whole; nothing stays of one that
   * failed.
   */
  place<T>(name: string, write: (path: string) => Promise<T>): Promise<T>
  /** Lends the path of a file that is gone when `use` ends. */
  passing<T>(name: string, use: (path: string) => Promise<T>): Promise<T>
  /** What an ordinary user may still write to its disk, in bytes. */
  freeBytes(): Promise<number>
  receive(sizeBytes: number): Promise<BackupUpload>
  /** Deletes what was left half done by a crash. */
  removeLeftovers(): Promise<void>
}

/** A file that arrives in pieces. */
export interface BackupUpload {
  readonly path: string
  /** Throws `bad-request` for more bytes than were announced, and `disk-full`. */
  append(bytes: Uint8Array): Promise<void>
  /** Resolves when it is whole on the disk. Throws `backup-damaged` when bytes are missing. */
  finish(): Promise<void>
  /** Deletes it. */
  abandon(): Promise<void>
}

/** What an archive says of itself. */
export type ArchiveHead = Omit<BackupManifest, 'files' | 'format' | 'formatVersion'>

/** An archive whose list was read and found safe. */
export interface OpenArchive {
  readonly manifest: BackupManifest
  /** Reads every file and holds it against its size and sum. Throws `backup-damaged`. */
  verify(work: Work): Promise<void>
  /** The same, and writes them below a folder. Throws `disk-full` as well. */
  unpack(folder: string, work: Work): Promise<void>
  close(): void
}

/** Archives of the whole data folder. */
export interface BackupArchives {
  /** What recordings and models take, in bytes. */
  sizes(): Promise<{ audioBytes: number; modelBytes: number }>
  /**
   * Writes an archive of recordings, models if they are included, and a copy of the database; then reads it back
   * against its own list. Throws `backup-failed` and `disk-full`.
   */
  write(path: string, source: ArchiveHead & { readonly database: string }, work: Work): Promise<void>
  /** Throws `backup-damaged` and `backup-newer`. */
  open(path: string, schemaVersion: number): Promise<OpenArchive>
}

/** A folder in which a restore is prepared: its name in the folder of backups, and where it lies. */
export interface PreparedFolder {
  readonly name: string
  readonly path: string
}

/** Puts what was prepared in the place of what is here. */
export interface RestoreSwap {
  /** An empty folder to prepare a restore in. */
  prepare(id: string): Promise<PreparedFolder>
  /** Copies a database into a prepared folder, under its name there. */
  copyDatabase(file: string, folder: string): Promise<void>
  /** Whether a folder would replace recordings or models. */
  has(folder: string, item: 'audio' | 'models'): Promise<boolean>
  discard(id: string): Promise<void>
  /**
   * Moves what lies in a folder of the backups to its place, and what was there to the folder `aside` beside it. After
   * a crash at any moment the next start ends it.
   */
  swap(from: string, aside: string): Promise<void>
}

/** What the app was opened anew with. */
export interface Restored {
  readonly madeAt: number
  /** The name under which lies what was here before; null when nothing was changed because the restored data did not open. */
  readonly aside: string | null
}

/**
 * Closes the app, lets `act` change the data folder, and opens the app anew behind the same windows. When it cannot be
 * opened then, what `act` answered takes the change back first.
 */
export type Reopen = (act: () => Promise<() => Promise<void>>, restored: Restored) => Promise<void>

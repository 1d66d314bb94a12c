import { z } from 'zod'
import { AppError } from '../errors.ts'

export const BACKUP_FORMAT = 'starbeat-backup' as const
/** The layout of the archive; a reader refuses what is above its own. */
export const BACKUP_FORMAT_VERSION = 1 as const
/** The entry that lists all others. */
export const MANIFEST_PATH = 'manifest.json'
export const DATABASE_PATH = 'starbeat.db'

/** How much a data folder holds. */
export const DataCounts = z.object({
  banks: z.number().int().nonnegative(),
  stories: z.number().int().nonnegative(),
  attempts: z.number().int().nonnegative(),
  recordedMs: z.number().nonnegative(),
})
export type DataCounts = z.infer<typeof DataCounts>

/** One file of a backup; `path` has forward slashes, `sha256` is 64 hexadecimal digits. */
export const BackupFile = z.object({
  path: z.string().max(300),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupFile = z.infer<typeof BackupFile>

/** What a backup says of itself. `createdAt` is milliseconds since 1970. */
export const BackupManifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  formatVersion: z.literal(BACKUP_FORMAT_VERSION),
  appVersion: z.string().max(50),
  schemaVersion: z.number().int().positive(),
  createdAt: z.number(),
  includesModels: z.boolean(),
  counts: DataCounts,
  files: z.array(BackupFile).max(500_000),
})
export type BackupManifest = z.infer<typeof BackupManifest>

export const BACKUP_DAMAGES = [
  'not-a-backup',
  'incomplete',
  'list',
  'unsafe-path',
  'database',
  'recording',
  'model',
] as const
/** What kind of thing is wrong with a backup: the detail of `backup-damaged`. */
export type BackupDamage = (typeof BACKUP_DAMAGES)[number]

/** A refusal of a backup that says what kind of thing is wrong with it. */
export const damaged = (detail: BackupDamage, cause?: unknown): AppError =>
  new AppError('backup-damaged', { detail, cause })

/** The kind of damage when the file at a path is not as it was stored. */
export function damageAt(path: string): BackupDamage {
  if (path.startsWith('audio/')) return 'recording'
  return path.startsWith('models/') ? 'model' : 'database'
}

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const PLAIN_NAME = /^[^\p{C}<>:"/\\|?*]{1,200}$/u

/** True for a name that every file system takes as the name of one file in one folder, and that hides nothing. */
const isPlainName = (name: string): boolean =>
  PLAIN_NAME.test(name) && !/^[.\s]|[.\s]$/.test(name) && !DEVICE.test(name) && !name.endsWith('.part')

/** True for the paths that a backup may hold: the database, and files of `audio/` and `models/`; nothing deeper, nothing above. */
export function isBackupPath(path: string): boolean {
  if (path === DATABASE_PATH) return true
  const [folder, name, ...deeper] = path.split('/')
  return (folder === 'audio' || folder === 'models') && deeper.length === 0 && isPlainName(name ?? '')
}

const Versions = z.object({ format: z.literal(BACKUP_FORMAT), formatVersion: z.number(), schemaVersion: z.number() })

/**
 * Reads the manifest of a backup. Throws `backup-newer` for what a later version of the app wrote (`schemaVersion` is
 * this one's) and `backup-damaged` for what is no whole, safe list.
 */
export function readManifest(text: string, schemaVersion: number): BackupManifest {
  const json = parseJson(text)
  // Before anything else: what a later version writes may have another shape.
  const versions = Versions.safeParse(json)
  if (!versions.success) throw damaged('list')
  if (versions.data.formatVersion > BACKUP_FORMAT_VERSION || versions.data.schemaVersion > schemaVersion) {
    throw new AppError('backup-newer')
  }
  const manifest = BackupManifest.safeParse(json)
  if (!manifest.success) throw damaged('list')
  checkPaths(manifest.data.files)
  return manifest.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged('list', cause)
  }
}

/** Names that differ by case alone are one file on Windows and macOS. */
function checkPaths(files: readonly BackupFile[]): void {
  const seen = new Set(files.map(({ path }) => path.normalize('NFC').toLowerCase()))
  if (seen.size < files.length || !files.every(({ path }) => isBackupPath(path))) throw damaged('unsafe-path')
  if (!files.some(({ path }) => path === DATABASE_PATH)) throw damaged('incomplete')
}

/** What all files of a backup take once they are unpacked. */
export const unpackedBytes = ({ files }: Pick<BackupManifest, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

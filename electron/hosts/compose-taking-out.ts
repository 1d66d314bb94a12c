import { join } from 'node:path'
import { AppError } from '#domain/errors'
import { createDatabaseCopies } from '../../db/copies.ts'
import type { Db } from '../../db/open.ts'
import { createBackupArchives } from '../adapters/backups/archives.ts'
import { createBackupFolder } from '../adapters/backups/backup-folder.ts'
import { createRestoreSwap } from '../adapters/backups/restore-swap.ts'
import type { Ticker } from '../services/ports/backup.ts'
import type { PdfPrinter } from '../services/ports/export.ts'
import { createAutomaticBackups } from '../services/taking-out/automatic-backups.ts'
import { createBackups } from '../services/taking-out/backups.ts'
import { createExports } from '../services/taking-out/exports.ts'
import { createRestores } from '../services/taking-out/restores.ts'
import type { Reopening } from './reopening.ts'

/** The start belongs to whoever waits for the window. Milliseconds. */
const FIRST_LOOK_MS = 3000
/** Short enough for a day that turns, and for a machine that wakes up on another one. Milliseconds. */
const LOOK_EVERY_MS = 600_000

const TICKER: Ticker = {
  start(look) {
    const first = setTimeout(look, FIRST_LOOK_MS).unref()
    const later = setInterval(look, LOOK_EVERY_MS).unref()
    return () => {
      clearTimeout(first)
      clearInterval(later)
    }
  },
}

const NO_PRINTER: PdfPrinter = { print: () => Promise.reject(new AppError('pdf-unavailable')) }

const refuse = () => Promise.reject(new AppError('bad-request', { detail: 'nothing opens this app anew' }))

type Parts = Omit<Parameters<typeof createExports>[0], 'timeZone' | 'printer'> &
  Pick<Parameters<typeof createRestores>[0], 'recordings' | 'newId' | 'audio'> &
  Pick<Parameters<typeof createAutomaticBackups>[0], 'foreground' | 'events'> & {
    readonly db: Db
    readonly dataDir: string
    readonly version: string
    /** None where nothing can print. */
    readonly printer: PdfPrinter | undefined
    /** None where the app cannot be opened anew: a restore is refused there. */
    readonly reopening: Reopening | undefined
    logErrorOf(where: string): (error: unknown) => void
  }

/** Wires what takes data out of the app and brings it back. */
export async function composeTakingOut(parts: Parts) {
  const { db, dataDir } = parts
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const folder = createBackupFolder(join(dataDir, 'backups'))
  await folder.removeLeftovers()
  const copies = createDatabaseCopies(db)
  const archives = createBackupArchives(dataDir)
  const { reopen, restored } = parts.reopening ?? { reopen: refuse, restored: null }
  const shared = {
    ...parts,
    printer: parts.printer ?? NO_PRINTER,
    reopen,
    restored,
    copies,
    folder,
    archives,
    timeZone,
  }
  const automatic = createAutomaticBackups({ ...shared, ticker: TICKER, logError: parts.logErrorOf('backup') })
  const backups = createBackups({ ...shared, automatic })
  const restores = createRestores({ ...shared, swap: createRestoreSwap(dataDir) })
  automatic.start()
  return {
    exports: createExports(shared),
    backups,
    restores,
    databaseBytes: copies.bytes,
    /** The file of an archive; it may not exist. */
    backupPath: (name: string) => folder.path(name),
    async closeTakingOut() {
      await automatic.close()
      await restores.close()
    },
  }
}

import { copyFileSync, mkdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError, type ErrorCode } from '#domain/errors'
import { migrate, needsMigration, schemaVersion } from './migrate.ts'

export type Db = Database.Database

/**
 * Opens the database file, checks it and raises it to the current schema; the file is copied to `backupsDir`
 * before its schema changes. Throws `database-newer`, `database-damaged`, `data-folder-unusable` or
 * `disk-full`; the file is then left as it is.
 */
export function openDatabase(file: string, backupsDir: string): Db {
  const db = openFile(file)
  try {
    configure(db)
    if (needsMigration(db)) backUp(db, file, backupsDir)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw asAppError(error)
  }
}

/** A database in memory with the current schema, for tests. */
export function openInMemory(): Db {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db)
  return db
}

function openFile(file: string): Db {
  try {
    return new Database(file)
  } catch (error) {
    throw asAppError(error)
  }
}

function configure(db: Db): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 2000')
  const verdict = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw new AppError('database-damaged')
}

function backUp(db: Db, file: string, backupsDir: string): void {
  mkdirSync(backupsDir, { recursive: true })
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(file, `${backupsDir}/before-schema-${schemaVersion(db) + 1}-${Date.now()}.db`)
}

const KNOWN_FAILURES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'database-damaged'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EPERM|EROFS)/, 'data-folder-unusable'],
]

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = String((error as { code?: unknown }).code)
  return new AppError(KNOWN_FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? 'internal', { cause: error })
}

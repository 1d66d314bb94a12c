import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type DataCounts, damaged } from '#domain/backup/manifest'
import { AppError } from '#domain/errors'
import type { DatabaseCopies, Work } from '../electron/services/ports/backup.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { type Db, openInMemory } from './open.ts'

/** Copies of an open database, checked by opening them. */
export function createDatabaseCopies(db: Db): DatabaseCopies {
  return {
    schemaVersion: migrations.length,
    bytes: () => Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })),
    counts: () => countsOf(db),
    async copyTo(file, work) {
      try {
        await copy(db, file, work)
      } catch (error) {
        removeDatabase(file)
        throw error
      }
    },
    inspect(file) {
      try {
        return withDatabase(file, inspectOpen)
      } catch (cause) {
        if (cause instanceof AppError) throw cause
        throw isFull(cause) ? new AppError('disk-full', { cause }) : damaged('database', cause)
      }
    },
    takeBackRemovals(file, attemptIds) {
      const ids = JSON.stringify(attemptIds)
      const takeBack = (opened: Db) => {
        for (const sql of TAKE_BACK) opened.prepare(sql).run(ids)
      }
      withDatabase(file, (opened) => opened.transaction(takeBack)(opened))
    },
  }
}

const IDS = '(SELECT value FROM json_each(?))'
const TAKE_BACK = [
  `UPDATE attempts SET removed_at = NULL WHERE removed_at IS NOT NULL AND id IN ${IDS}`,
  `UPDATE attempts SET audio_removed_at = NULL WHERE audio_removed_at IS NOT NULL AND id IN ${IDS}`,
  `UPDATE banks SET removed_at = NULL WHERE removed_at IS NOT NULL AND id IN
     (SELECT bank_id FROM stories JOIN attempts ON story_id = stories.id WHERE attempts.id IN ${IDS})`,
]

const isFull = (error: unknown): boolean =>
  /^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(String((error as { code?: unknown }).code))

async function copy(db: Db, file: string, { signal, report }: Work): Promise<void> {
  removeDatabase(file)
  try {
    await db.backup(file, {
      progress({ totalPages, remainingPages }) {
        signal.throwIfAborted()
        report(0.9 * (1 - remainingPages / Math.max(1, totalPages)))
        return PAGES_A_STEP
      },
    })
  } catch (cause) {
    signal.throwIfAborted()
    throw new AppError(isFull(cause) ? 'disk-full' : 'backup-failed', { cause })
  }
  // Nothing ran since the last page was copied, so both must hold the same.
  const wanted = fingerprint(db)
  const found = withDatabase(file, (opened) => (isWhole(opened) ? fingerprint(opened) : null))
  if (found !== wanted) throw new AppError('backup-failed')
  report(1)
}

/** A step holds everything else up: 4 MB take a few milliseconds. */
const PAGES_A_STEP = 1000

/** Opens a copy as one plain file: without a log beside it, so that it can be moved and sent. */
function withDatabase<T>(file: string, read: (db: Db) => T): T {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('journal_mode = DELETE')
    return read(db)
  } finally {
    db.close()
  }
}

const isWhole = (db: Db): boolean => db.pragma('quick_check(1)', { simple: true }) === 'ok'

/** The schema and the number of rows of every table that keeps rows of its own. */
function fingerprint(db: Db): string {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`)
    .pluck()
    .all()
  const rows = tables.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()])
  return JSON.stringify([schemaVersion(db), rows])
}

function inspectOpen(db: Db): DataCounts {
  if (!isWhole(db)) throw damaged('database')
  const version = schemaVersion(db)
  if (version > migrations.length) throw new AppError('backup-newer')
  if (version === 0) throw damaged('database')
  migrate(db)
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0 || !hasOurSchema(db)) throw damaged('database')
  if (namesOtherFiles(db)) throw damaged('database')
  return countsOf(db)
}

/** Recordings are called by the ids of their attempts: one such as `../x` would lead out of the folder. */
const namesOtherFiles = (db: Db): boolean =>
  db.prepare("SELECT 1 FROM attempts WHERE id = '' OR length(id) > 64 OR id GLOB '*[^0-9A-Za-z_-]*' LIMIT 1").get() !==
  undefined

/** A stranger's file could bring triggers or views of its own; ours has exactly what the migrations make. */
function hasOurSchema(db: Db): boolean {
  const ours = openInMemory()
  try {
    return schemaOf(db) === schemaOf(ours)
  } finally {
    ours.close()
  }
}

const schemaOf = (db: Db): string =>
  JSON.stringify(
    db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all(),
  )

function countsOf(db: Db): DataCounts {
  return db
    .prepare<[], DataCounts>(`SELECT
      (SELECT count(*) FROM banks WHERE removed_at IS NULL) AS banks,
      (SELECT count(*) FROM stories JOIN banks ON banks.id = bank_id
        WHERE stories.removed_at IS NULL AND banks.removed_at IS NULL) AS stories,
      count(*) AS attempts, ifnull(sum(duration_ms), 0) AS recordedMs
      FROM attempts WHERE removed_at IS NULL`)
    .get()!
}

function removeDatabase(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) {
    if (existsSync(path)) rmSync(path)
  }
}

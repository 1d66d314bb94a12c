import type { Database } from 'better-sqlite3'
import { AppError } from '#domain/errors'
import { migrations } from './migrations/index.ts'

/**
 * Raises the database to `target` migrations, each in a transaction with its `user_version`.
 * Throws `database-newer` for a file that a later version of the app has written.
 */
export function migrate(db: Database, target = migrations.length): void {
  const version = schemaVersion(db)
  if (version > migrations.length) throw new AppError('database-newer')
  for (let next = version; next < target; next++) {
    db.transaction(() => {
      db.exec(migrations[next]!)
      db.pragma(`user_version = ${next + 1}`)
    })()
  }
}

/** How many migrations the file has seen; 0 for a new one. */
export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** True when opening the file would change its schema. */
export function needsMigration(db: Database): boolean {
  const version = schemaVersion(db)
  return version > 0 && version < migrations.length
}

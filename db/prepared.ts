import type { Statement } from 'better-sqlite3'
import type { Db } from './open.ts'

const statements = new WeakMap<Db, Map<string, Statement>>()

/** The statement of some SQL, prepared once for each database: a large bank is written by thousands of them. */
export function prepared(db: Db, sql: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement
}

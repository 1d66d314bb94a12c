import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Every row of every table of a data folder's database, and the SHA-256 of every file of recordings and models. */
export function contentsOf(dataDir: string): { tables: Record<string, unknown[]>; files: Record<string, string> } {
  const db = new Database(join(dataDir, 'starbeat.db'), { readonly: true })
  const names = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all()
  const tables = Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]))
  db.close()
  const files = ['audio', 'models'].flatMap((folder) => {
    const path = join(dataDir, folder)
    const inside = existsSync(path) ? readdirSync(path).sort() : []
    return inside.map((name) => [`${folder}/${name}`, sumOf(join(path, name))] as const)
  })
  return { tables, files: Object.fromEntries(files) }
}

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

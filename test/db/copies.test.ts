import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAttemptStore } from '../../db/attempts.ts'
import { createDatabaseCopies } from '../../db/copies.ts'
import { migrations } from '../../db/migrations/index.ts'
import { type Db, openDatabase } from '../../db/open.ts'

const ROWS = `INSERT INTO banks (id, title, file_name, source, imported_at) VALUES ('b', 'Bank', 'b.md', x'00', 1);
  INSERT INTO stories (id, bank_id, position, kind, title, source_title, notes) VALUES ('s', 'b', 0, 'story', 'S', 'S', '[]');
  INSERT INTO attempts (id, story_id, cue_level, status, started_at, duration_ms) VALUES ('a', 's', 'full', 'recorded', 1, 90000);`

const quiet = () => ({ signal: new AbortController().signal, report: () => {} })
let folder: string
let db: Db
let copy: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starbeat-copies-'))
  db = openDatabase(join(folder, 'starbeat.db'), join(folder, 'backups'))
  copy = join(folder, 'copy.db')
  db.exec(ROWS)
})

/** Every row of every table. */
function dump(file: string): unknown {
  const opened = new Database(file, { readonly: true })
  const tables = opened
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all()
  const rows = tables.map((name) => [name, opened.prepare(`SELECT * FROM "${name}"`).all()])
  opened.close()
  return rows
}

describe('a copy', () => {
  it('is the database as it is, in one plain file, while it is open', async () => {
    const copies = createDatabaseCopies(db)
    const seen: number[] = []
    await copies.copyTo(copy, { ...quiet(), report: (part) => seen.push(part) })
    expect(dump(copy)).toEqual(dump(join(folder, 'starbeat.db')))
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    expect(seen.at(-1)).toBe(1)
    expect(copies.inspect(copy)).toEqual({ banks: 1, stories: 1, attempts: 1, recordedMs: 90_000 })
    expect(copies.counts()).toEqual(copies.inspect(copy))
  })

  it('has what was written while it was made, or nothing of it', async () => {
    const fill = db.prepare("INSERT INTO settings (key, value) VALUES (?, '1')")
    db.exec(`CREATE TABLE ballast (b BLOB); ${'INSERT INTO ballast VALUES (randomblob(4000000));'.repeat(4)}`)
    let steps = 0
    await createDatabaseCopies(db).copyTo(copy, {
      ...quiet(),
      report: () => void (steps++ < 3 && fill.run(`during-${steps}`)),
    })
    expect(steps).toBeGreaterThan(2)
    expect(dump(copy)).toEqual(dump(join(folder, 'starbeat.db')))
  })

  it('leaves nothing when it is given up', async () => {
    const abort = new AbortController()
    abort.abort(new Error('enough'))
    db.exec('CREATE TABLE ballast (b BLOB); INSERT INTO ballast VALUES (randomblob(9000000))')
    await expect(createDatabaseCopies(db).copyTo(copy, { signal: abort.signal, report: () => {} })).rejects.toThrow(
      'enough',
    )
    expect(existsSync(copy)).toBe(false)
  })

  it('cannot be made where nothing can be written', async () => {
    await expect(createDatabaseCopies(db).copyTo(join(folder, 'no/where.db'), quiet())).rejects.toMatchObject({
      code: 'backup-failed',
    })
  })
})

describe('looking into a copy', () => {
  const refusal = () => {
    try {
      createDatabaseCopies(db).inspect(copy)
      return null
    } catch (error) {
      const { code, detail } = error as { code: string; detail?: string }
      return detail ? `${code}: ${detail}` : code
    }
  }
  const change = (sql: string) => {
    const opened = new Database(copy)
    opened.exec(sql)
    opened.close()
  }
  beforeEach(() => createDatabaseCopies(db).copyTo(copy, quiet()))

  it('takes a whole one', () => expect(refusal()).toBeNull())
  it.each(migrations.map((_, at) => at + 1))('raises one of schema %i to the current one, with its rows', (version) => {
    const old = new Database(join(folder, 'old.db'))
    for (const sql of migrations.slice(0, version)) old.exec(sql)
    old.pragma(`user_version = ${version}`)
    old.exec(ROWS)
    old.close()
    copy = join(folder, 'old.db')
    expect(createDatabaseCopies(db).inspect(copy)).toEqual({ banks: 1, stories: 1, attempts: 1, recordedMs: 90_000 })
    expect(new Database(copy).pragma('user_version', { simple: true })).toBe(migrations.length)
    openDatabase(copy, join(folder, 'backups')).close()
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })
  it.each(['../a', 'a/b', 'C:a', '', 'a'.repeat(65)])('refuses one whose recordings would be called "%s"', (id) => {
    change(`PRAGMA foreign_keys = OFF; UPDATE attempts SET id = '${id}'`)
    expect(refusal()).toBe('backup-damaged: database')
  })
  it('refuses a newer one', () => {
    change(`PRAGMA user_version = ${migrations.length + 1}`)
    expect(refusal()).toBe('backup-newer')
  })
  it('refuses what was never Starbeat’s', () => {
    copy = join(folder, 'other.db')
    change('CREATE TABLE notes (text TEXT)')
    expect(refusal()).toBe('backup-damaged: database')
  })
  it.each([
    'CREATE TRIGGER stowaway AFTER INSERT ON settings BEGIN DELETE FROM attempts; END',
    'CREATE VIEW stowaway AS SELECT * FROM attempts',
    'ALTER TABLE attempts ADD COLUMN extra TEXT',
  ])('refuses one with a schema of its own: %s', (sql) => {
    change(sql)
    expect(refusal()).toBe('backup-damaged: database')
  })
  it('refuses one whose rows do not belong together', () => {
    change('PRAGMA foreign_keys = OFF; DELETE FROM stories')
    expect(refusal()).toBe('backup-damaged: database')
  })
  it.each([
    ['no database', () => writeFileSync(copy, 'not a database, but long enough to be looked at')],
    ['one that was cut off', () => writeFileSync(copy, readFileSync(copy).subarray(0, 9000))],
    [
      'one with torn pages',
      () => {
        const bytes = readFileSync(copy)
        writeFileSync(copy, bytes.fill(0x55, 8192, 8192 * 3))
      },
    ],
  ])('refuses %s', (_what, spoil) => {
    spoil()
    expect(refusal()).toBe('backup-damaged: database')
  })
  it('names what is missing', () => {
    copy = join(folder, 'nothing.db')
    expect(refusal()).toBe('backup-damaged: database')
    expect(existsSync(copy)).toBe(false)
  })
})

it('takes back what was put aside, where its sound is still there', async () => {
  db.exec(`UPDATE banks SET removed_at = 5; UPDATE attempts SET removed_at = 5, audio_removed_at = 5;
    INSERT INTO attempts (id, story_id, cue_level, status, started_at, duration_ms, removed_at, audio_removed_at)
      VALUES ('gone', 's', 'full', 'recorded', 1, 90000, 5, 5);`)
  const copies = createDatabaseCopies(db)
  await copies.copyTo(copy, quiet())
  copies.takeBackRemovals(copy, ['a', 'of another bank'])
  const opened = openDatabase(copy, join(folder, 'backups'))
  expect(createAttemptStore(opened).putAside()).toEqual([
    { kind: 'attempt', id: 'gone', at: 5 },
    { kind: 'audio', id: 'gone', at: 5 },
  ])
  opened.close()
})

import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, schemaVersion } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openDatabase, openInMemory } from '../../db/open.ts'

const freshFolder = () => mkdtempSync(join(tmpdir(), 'starbeat-db-'))

describe('migration 1, the first schema', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, 1)

  it('makes STRICT tables only', () => {
    const tables = db.pragma('table_list') as { name: string; schema: string; strict: number; type: string }[]
    const own = tables.filter((table) => table.schema === 'main' && !table.name.startsWith('sqlite_'))
    expect(own.map((table) => table.name).sort()).toEqual([
      'attempts',
      'banks',
      'envelopes',
      'facts',
      'overrides',
      'points',
      'questions',
      'sections',
      'settings',
      'stories',
      'story_questions',
      'transcripts',
    ])
    expect(own.every((table) => table.strict === 1)).toBe(true)
  })

  it('refuses what has no parent', () => {
    expect(() => db.exec("INSERT INTO sections VALUES ('s', 'no-bank', 0, 'Title', NULL)")).toThrow(/FOREIGN KEY/)
  })

  it('has an index for every foreign key', () => {
    const tables = (db.pragma('table_list') as { name: string }[]).map((table) => table.name)
    const missing = tables.flatMap((table) => {
      const keys = db.pragma(`foreign_key_list(${table})`) as { from: string }[]
      const indexes = db.pragma(`index_list(${table})`) as { name: string }[]
      const first = indexes.map(({ name }) => (db.pragma(`index_info(${name})`) as { name: string }[])[0]?.name)
      return keys.filter((key) => !first.includes(key.from)).map((key) => `${table}.${key.from}`)
    })
    expect(missing).toEqual([])
  })
})

describe('migration 2, imports set right', () => {
  it('keeps the line of each point and begins without corrections', () => {
    const db = new Database(':memory:')
    migrate(db, 1)
    db.exec(`
      INSERT INTO banks VALUES ('b', 'Bank', 'bank.md', x'23', 1, NULL);
      INSERT INTO stories (id, bank_id, position, kind, title, source_title, notes) VALUES ('s', 'b', 0, 'story', 'T', 'T', '[]');
      INSERT INTO points VALUES ('p', 's', 0, 'action', 'Text', 'Text', 'key', 7, NULL), ('q', 's', 1, 'action', 'Mine', NULL, 'normal', NULL, NULL);
    `)
    migrate(db, 2)
    expect(db.prepare('SELECT id, line_from, line_to, weight FROM points').all()).toEqual([
      { id: 'p', line_from: 7, line_to: 7, weight: 'key' },
      { id: 'q', line_from: null, line_to: null, weight: 'normal' },
    ])
    expect(db.prepare('SELECT corrections FROM banks').pluck().get()).toBe('[]')
  })
})

describe('migration 3, learned wordings', () => {
  const raised = () => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(db, 2)
    db.exec(`
      INSERT INTO banks (id, title, file_name, source, imported_at) VALUES ('b', 'Bank', 'bank.md', x'23', 1);
      INSERT INTO stories (id, bank_id, position, kind, title, source_title, notes) VALUES ('s', 'b', 0, 'story', 'T', 'T', '[]');
      INSERT INTO points (id, story_id, position, part, text, weight) VALUES ('p', 's', 0, 'action', 'Text', 'key');
      INSERT INTO attempts (id, story_id, cue_level, status, started_at) VALUES ('a', 's', 'full', 'recorded', 1);
      INSERT INTO overrides VALUES ('a', 'p', 'covered', 1);
    `)
    migrate(db, 3)
    db.exec("INSERT INTO wordings VALUES ('w', 'p', 'accepted', 'my words', 'a', 2, NULL)")
    return db
  }

  it('keeps what was judged by hand and begins with nothing learned', () => {
    const db = raised()
    expect(db.prepare('SELECT status FROM overrides').pluck().all()).toEqual(['covered'])
    const table = (db.pragma('table_list') as { name: string; strict: number }[]).find((t) => t.name === 'wordings')
    expect(table?.strict).toBe(1)
  })

  it('knows two kinds only, and has an index for both of its parents', () => {
    const db = raised()
    expect(() => db.exec("INSERT INTO wordings VALUES ('x', 'p', 'maybe', 'words', 'a', 2, NULL)")).toThrow(/CHECK/)
    const indexes = db.pragma('index_list(wordings)') as { name: string }[]
    const first = indexes.map(({ name }) => (db.pragma(`index_info(${name})`) as { name: string }[])[0]?.name)
    expect(first).toEqual(expect.arrayContaining(['point_id', 'attempt_id']))
  })

  it('lets a wording outlive its attempt, and go with its point', () => {
    const db = raised()
    db.exec("DELETE FROM attempts WHERE id = 'a'")
    expect(db.prepare('SELECT id, attempt_id FROM wordings').all()).toEqual([{ id: 'w', attempt_id: null }])
    db.exec("DELETE FROM points WHERE id = 'p'")
    expect(db.prepare('SELECT count(*) FROM wordings').pluck().get()).toBe(0)
  })
})

describe('migration 4, the language of a bank', () => {
  it('leaves it open for the banks that are there', () => {
    const db = new Database(':memory:')
    migrate(db, 3)
    db.exec("INSERT INTO banks (id, title, file_name, source, imported_at) VALUES ('b', 'Bank', 'bank.md', x'23', 1)")
    migrate(db, 4)
    expect(db.prepare('SELECT id, language FROM banks').all()).toEqual([{ id: 'b', language: null }])
  })
})

describe('opening the database', () => {
  it('writes ahead, syncs fully and checks foreign keys', () => {
    const folder = freshFolder()
    const db = openDatabase(join(folder, 'starbeat.db'), join(folder, 'backups'))
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(schemaVersion(db)).toBe(migrations.length)
    db.close()
  })

  it('refuses a file of a newer version and leaves it as it is', () => {
    const folder = freshFolder()
    const file = join(folder, 'starbeat.db')
    const newer = new Database(file)
    newer.pragma(`user_version = ${migrations.length + 1}`)
    newer.close()
    expect(() => openDatabase(file, join(folder, 'backups'))).toThrow(
      expect.objectContaining({ code: 'database-newer' }),
    )
    const after = new Database(file)
    expect(schemaVersion(after)).toBe(migrations.length + 1)
    after.close()
  })

  it('refuses a file that is no database', () => {
    const folder = freshFolder()
    const file = join(folder, 'starbeat.db')
    writeFileSync(file, 'this is a shopping list, not a database'.repeat(200))
    expect(() => openDatabase(file, folder)).toThrow(expect.objectContaining({ code: 'database-damaged' }))
  })

  it('says when its folder cannot be used', () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'starbeat.db'))
    expect(() => openDatabase(join(folder, 'starbeat.db'), folder)).toThrow(
      expect.objectContaining({ code: 'data-folder-unusable' }),
    )
  })

  it('copies the file before its schema changes, and only then', () => {
    const folder = freshFolder()
    const file = join(folder, 'starbeat.db')
    const backups = join(folder, 'backups')
    openDatabase(file, backups).close()
    openDatabase(file, backups).close()
    expect(readdirSync(folder)).not.toContain('backups')
  })

  it('raises each version to the next with its rows kept', () => {
    const db = openInMemory()
    for (let version = 1; version < migrations.length; version++) migrate(db, version + 1)
    expect(schemaVersion(db)).toBe(migrations.length)
  })
})

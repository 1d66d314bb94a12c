import { describe, expect, it } from 'vitest'
import { isBackupPath, readManifest } from '#domain/backup/manifest'
import { automaticName, readBackupName, setAsideName, wholeName } from '#domain/backup/names'

const SUM = 'a'.repeat(64)
const manifest = (patch: object = {}) =>
  JSON.stringify({
    format: 'starbeat-backup',
    formatVersion: 1,
    appVersion: '0.1.0',
    schemaVersion: 7,
    createdAt: 1,
    includesModels: false,
    counts: { banks: 1, stories: 2, attempts: 3, recordedMs: 4 },
    files: [{ path: 'starbeat.db', bytes: 10, sha256: SUM }],
    ...patch,
  })
const files = (...paths: string[]) => ({
  files: ['starbeat.db', ...paths].map((path) => ({ path, bytes: 1, sha256: SUM })),
})
const read = (text: string, schemaVersion = 7) => {
  try {
    return readManifest(text, schemaVersion)
  } catch (error) {
    const { code, detail } = error as { code: string; detail?: string }
    return [code, detail]
  }
}

describe('the manifest', () => {
  it('is read when it is whole and safe', () => {
    expect(read(manifest(files('audio/a1.wav', 'models/ggml-base.en.bin')))).toMatchObject({ appVersion: '0.1.0' })
    expect(read(manifest(), 9)).toMatchObject({ schemaVersion: 7 })
  })
  it.each([
    ['a newer schema', manifest({ schemaVersion: 8 }), ['backup-newer', undefined]],
    [
      'a newer layout, whatever else is in it',
      manifest({ formatVersion: 2, files: 'elsewhere' }),
      ['backup-newer', undefined],
    ],
    ['no JSON', 'PK', ['backup-damaged', 'list']],
    ['something else', '{"format":"other"}', ['backup-damaged', 'list']],
    [
      'a sum that is none',
      manifest({ files: [{ path: 'starbeat.db', bytes: 1, sha256: 'x' }] }),
      ['backup-damaged', 'list'],
    ],
    [
      'a negative size',
      manifest({ files: [{ path: 'starbeat.db', bytes: -1, sha256: SUM }] }),
      ['backup-damaged', 'list'],
    ],
    [
      'no database',
      manifest({ files: [{ path: 'audio/a.wav', bytes: 1, sha256: SUM }] }),
      ['backup-damaged', 'incomplete'],
    ],
    ['a way out', manifest(files('../x.wav')), ['backup-damaged', 'unsafe-path']],
    ['the same name in another case', manifest(files('audio/a.wav', 'audio/A.wav')), ['backup-damaged', 'unsafe-path']],
  ])('%s', (_what, text, outcome) => expect(read(text)).toEqual(outcome))
})

describe('paths', () => {
  it.each(['starbeat.db', 'audio/1a-2b.wav', 'audio/x.flac', 'models/ggml-tiny.en.bin', 'models/a.json'])(
    'may hold %s',
    (path) => expect(isBackupPath(path)).toBe(true),
  )
  it.each([
    '',
    '../starbeat.db',
    '/starbeat.db',
    'audio',
    'audio/',
    'audio/..',
    'audio/.hidden',
    'audio/../starbeat.db',
    'audio/a/b.wav',
    'audio\\a.wav',
    'audio/a\\..\\b.wav',
    'audio/a\u0000.wav',
    'audio/con.wav',
    'audio/nul',
    'audio/a:b',
    'audio/a.wav.part',
    'audio/a.wav ',
    'logs/starbeat.log',
    'restore.json',
    'starbeat.db-wal',
    'C:/x',
    `audio/${'a'.repeat(201)}`,
  ])('never hold %j', (path) => expect(isBackupPath(path)).toBe(false))
})

describe('names', () => {
  const at = Date.UTC(2026, 10, 21, 20, 21, 7)
  it.each([
    [automaticName(at), 'automatic'],
    [setAsideName(at), 'set-aside'],
    [wholeName(at), 'whole'],
  ] as const)('%s says what it is and since when', (name, kind) => {
    expect(name).toMatch(/^[\w.-]+$/)
    expect(readBackupName(name)).toEqual({ kind, createdAt: at })
  })
  it('knows the copies from before an update', () =>
    expect(readBackupName('before-schema-8-1793046067000.db')).toEqual({
      kind: 'before-update',
      createdAt: 1_793_046_067_000,
    }))
  it.each(['starbeat.db', 'automatic-2026-99-99T99-99-99Z.db', '../automatic-2026-11-21T20-21-07Z.db', 'restore-1'])(
    'does not know %s',
    (name) => expect(readBackupName(name)).toBeNull(),
  )
})

import { createHash, randomBytes } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { createBackupArchives } from '../../../../electron/adapters/backups/archives.ts'

const SCHEMA = 7
const HEAD = {
  appVersion: '0.1.0',
  schemaVersion: SCHEMA,
  createdAt: Date.UTC(2026, 10, 21),
  includesModels: true,
  counts: { banks: 1, stories: 2, attempts: 3, recordedMs: 4 },
}
const quiet = () => ({ signal: new AbortController().signal, report: () => {} })
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let dataDir: string
let database: string
let zip: string
let out: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'starbeat-archive-'))
  for (const folder of ['audio', 'models', 'logs', 'backups', 'browser-profile']) mkdirSync(join(dataDir, folder))
  database = join(dataDir, 'copy.db')
  zip = join(dataDir, 'all.zip')
  out = join(dataDir, 'out')
  writeFileSync(database, randomBytes(50_000))
  writeFileSync(join(dataDir, 'audio/a1.wav'), randomBytes(300_000))
  writeFileSync(join(dataDir, 'audio/a2.wav'), Buffer.alloc(100_000))
  writeFileSync(join(dataDir, 'audio/a3.wav.part'), 'growing')
  writeFileSync(join(dataDir, 'models/ggml-x.bin'), randomBytes(70_000))
  writeFileSync(join(dataDir, 'models/ggml-y.bin.17.part'), 'arriving')
  writeFileSync(join(dataDir, 'logs/starbeat.log'), 'log')
  writeFileSync(join(dataDir, 'starbeat.lock'), '')
  writeFileSync(join(dataDir, 'backups/automatic-2026-11-20T20-21-07Z.db'), 'older')
})
const archives = () => createBackupArchives(dataDir)
const write = (head = HEAD) => archives().write(zip, { ...head, database }, quiet())

/** What opening and unpacking a file comes to. */
async function refusal(schemaVersion = SCHEMA): Promise<string | null> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  try {
    const archive = await archives().open(zip, schemaVersion)
    await archive.unpack(out, quiet()).finally(() => archive.close())
    return null
  } catch (error) {
    const { code, detail } = error as { code: string; detail?: string }
    return detail ? `${code}: ${detail}` : code
  }
}

/** An archive made by somebody else. */
async function forge(
  entries: Record<string, Uint8Array | string>,
  manifest: object | string | null = {},
): Promise<void> {
  const file = new ZipFile()
  const files = Object.entries(entries).map(([path, content]) => {
    const bytes = Buffer.from(content)
    return { path, bytes: bytes.length, sha256: sumOf(bytes) }
  })
  for (const [path, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), path)
  const text =
    typeof manifest === 'string'
      ? manifest
      : JSON.stringify({ format: 'starbeat-backup', formatVersion: 1, ...HEAD, files, ...manifest })
  if (manifest !== null) file.addBuffer(Buffer.from(text), 'manifest.json')
  file.end()
  await finished((file.outputStream as NodeJS.ReadableStream).pipe(createWriteStream(zip)))
}

describe('an archive of everything', () => {
  it('gives every file back to the byte, and takes nothing along that is not asked for', async () => {
    const seen: number[] = []
    await archives().write(zip, { ...HEAD, database }, { ...quiet(), report: (part) => seen.push(part) })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
    expect(await refusal()).toBeNull()
    expect(readdirSync(out).sort()).toEqual(['audio', 'models', 'starbeat.db'])
    expect(readdirSync(join(out, 'audio')).sort()).toEqual(['a1.wav', 'a2.wav'])
    expect(readdirSync(join(out, 'models'))).toEqual(['ggml-x.bin'])
    expect(readFileSync(join(out, 'starbeat.db'))).toEqual(readFileSync(database))
    for (const path of ['audio/a1.wav', 'audio/a2.wav', 'models/ggml-x.bin'])
      expect(readFileSync(join(out, path)).equals(readFileSync(join(dataDir, path)))).toBe(true)
  })

  it('lists what is in it with sizes and sums', async () => {
    await write()
    const { manifest, close } = await archives().open(zip, SCHEMA)
    close()
    expect(manifest).toMatchObject(HEAD)
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'starbeat.db',
      'audio/a1.wav',
      'audio/a2.wav',
      'models/ggml-x.bin',
    ])
    expect(manifest.files[1]).toEqual({
      path: 'audio/a1.wav',
      bytes: 300_000,
      sha256: sumOf(readFileSync(join(dataDir, 'audio/a1.wav'))),
    })
  })

  it('leaves models out when they are not wanted', async () => {
    await write({ ...HEAD, includesModels: false })
    expect(await refusal()).toBeNull()
    expect(readdirSync(out).sort()).toEqual(['audio', 'starbeat.db'])
  })

  it('replaces no models where it holds none', async () => {
    rmSync(join(dataDir, 'models/ggml-x.bin'))
    await write()
    expect(await refusal()).toBeNull()
    expect(readdirSync(out).sort()).toEqual(['audio', 'starbeat.db'])
    // Nor when it says that it has some.
    await forge({ 'starbeat.db': 'x' }, { includesModels: true })
    expect(await refusal()).toBeNull()
    expect(readdirSync(out).sort()).toEqual(['audio', 'starbeat.db'])
  })

  it('takes a recording along that comes while others are written', async () => {
    let isAdded = false
    await archives().write(
      zip,
      { ...HEAD, database },
      {
        ...quiet(),
        report() {
          if (!isAdded) writeFileSync(join(dataDir, 'audio/late.wav'), 'late')
          isAdded = true
        },
      },
    )
    expect(await refusal()).toBeNull()
    expect(readdirSync(join(out, 'audio'))).toContain('late.wav')
  })

  it('is given up when its job is cancelled', async () => {
    const abort = new AbortController()
    const writing = archives().write(
      zip,
      { ...HEAD, database },
      { signal: abort.signal, report: () => abort.abort(new Error('enough')) },
    )
    await expect(writing).rejects.toThrow()
    expect(abort.signal.aborted).toBe(true)
  })
})

describe('an archive that is not as it was stored', () => {
  beforeEach(() => write())

  it('is refused wherever one of its bytes was changed', async () => {
    const whole = readFileSync(zip)
    const outcomes = new Set<string | null>()
    // The bytes of files, of their headers and of the list, all over the archive.
    for (let at = 0; at < whole.length; at += 9973) {
      const torn = Buffer.from(whole)
      torn[at] = torn[at]! ^ 0x55
      writeFileSync(zip, torn)
      const outcome = await refusal()
      if (outcome === null) {
        // A byte that nothing rests on, such as a time in a header: what came out is what went in.
        expect(readFileSync(join(out, 'audio/a1.wav')).equals(readFileSync(join(dataDir, 'audio/a1.wav')))).toBe(true)
      }
      outcomes.add(outcome)
    }
    expect(outcomes).toContain('backup-damaged: recording')
    expect(outcomes).toContain('backup-damaged: database')
    expect(outcomes).toContain('backup-damaged: model')
  })

  it('is refused wherever it was cut off', async () => {
    const whole = readFileSync(zip)
    for (const length of [whole.length - 1, whole.length - 30, Math.floor(whole.length / 2), 100, 4]) {
      writeFileSync(zip, whole.subarray(0, length))
      expect(await refusal()).toBe('backup-damaged: incomplete')
    }
    writeFileSync(zip, '')
    expect(await refusal()).toBe('backup-damaged: not-a-backup')
  })

  it('is refused by an older version of the app', async () => expect(await refusal(SCHEMA - 1)).toBe('backup-newer'))
})

describe('an archive of somebody else', () => {
  it.each([
    ['a text', () => writeFileSync(zip, 'no zip at all'), 'backup-damaged: not-a-backup'],
    ['any zip', () => forge({ 'holiday.jpg': 'x' }, null), 'backup-damaged: not-a-backup'],
    ['no list', () => forge({ 'starbeat.db': 'x' }, '{'), 'backup-damaged: list'],
    [
      'a listed file that is not there',
      () =>
        forge(
          { 'starbeat.db': 'x' },
          {
            files: ['starbeat.db', 'audio/a.wav'].map((path) => ({ path, bytes: 1, sha256: sumOf(Buffer.from('x')) })),
          },
        ),
      'backup-damaged: incomplete',
    ],
    [
      'a wrong sum',
      () =>
        forge(
          { 'starbeat.db': 'x', 'audio/a.wav': 'y' },
          {
            files: ['starbeat.db', 'audio/a.wav'].map((path) => ({ path, bytes: 1, sha256: sumOf(Buffer.from('x')) })),
          },
        ),
      'backup-damaged: recording',
    ],
    [
      'a wrong size',
      () =>
        forge(
          { 'starbeat.db': 'xx' },
          {
            files: [{ path: 'starbeat.db', bytes: 1, sha256: sumOf(Buffer.from('x')) }],
          },
        ),
      'backup-damaged: database',
    ],
    [
      'a list that names a way out',
      () =>
        forge(
          { 'starbeat.db': 'x', 'audio/a.wav': 'y' },
          {
            files: ['starbeat.db', 'audio/../../a.wav'].map((path) => ({
              path,
              bytes: 1,
              sha256: sumOf(Buffer.from('x')),
            })),
          },
        ),
      'backup-damaged: unsafe-path',
    ],
  ])('%s is refused', async (_what, make, outcome) => {
    await make()
    expect(await refusal()).toBe(outcome)
  })

  it.each(['../evil.wav', '/evil.wav', 'audio/../../evil.wav', 'C:/evil.wav'])(
    'an entry named %s is refused, listed or not, and nothing is written',
    async (path) => {
      // yazl refuses to write such names: a harmless one of the same length is overwritten.
      const harmless = 'x'.repeat(path.length)
      await forge(
        { 'starbeat.db': 'x', [harmless]: 'evil' },
        {
          files: [{ path: 'starbeat.db', bytes: 1, sha256: sumOf(Buffer.from('x')) }],
        },
      )
      writeFileSync(zip, Buffer.from(readFileSync(zip).toString('latin1').replaceAll(harmless, path), 'latin1'))
      expect(await refusal()).toBe('backup-damaged: unsafe-path')
      expect(existsSync(join(dataDir, 'evil.wav'))).toBe(false)
      expect(readdirSync(out)).toEqual([])
    },
  )

  it('an entry that unpacks to more than it says is refused, and little of it is written', async () => {
    const small = { path: 'starbeat.db', bytes: 10, sha256: sumOf(Buffer.alloc(10)) }
    await forge({ 'starbeat.db': Buffer.alloc(50_000_000) }, { files: [small] })
    const bytes = readFileSync(zip)
    // The directory lies in the same way as the list.
    bytes.writeUInt32LE(10, bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
    writeFileSync(zip, bytes)
    expect(await refusal()).toBe('backup-damaged: database')
    expect(statSync(join(out, 'starbeat.db')).size).toBeLessThan(1_000_000)
  })

  it('entries that nothing lists are never written', async () => {
    await forge(
      { 'starbeat.db': 'x', 'audio/stowaway.wav': 'y' },
      {
        files: [{ path: 'starbeat.db', bytes: 1, sha256: sumOf(Buffer.from('x')) }],
      },
    )
    expect(await refusal()).toBeNull()
    expect(readdirSync(join(out, 'audio'))).toEqual([])
  })
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createBackupFolder } from '../../../../electron/adapters/backups/backup-folder.ts'

let path: string
let folder: ReturnType<typeof createBackupFolder>
const put = (name: string, text = '12345') => {
  mkdirSync(join(path, name, '..'), { recursive: true })
  writeFileSync(join(path, name), text)
}
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'starbeat-folder-')), 'backups')
  folder = createBackupFolder(path)
})

describe('the folder of backups', () => {
  it('lists what is a backup, newest first, with its size', async () => {
    expect(await folder.list()).toEqual([])
    put('automatic-2026-11-20T20-21-07Z.db')
    put('automatic-2026-11-21T20-21-07Z.db')
    put('before-restore-2026-11-19T00-00-00Z/starbeat.db')
    put('before-restore-2026-11-19T00-00-00Z/audio/a.wav')
    put('automatic-2026-11-22T20-21-07Z.db.part')
    put('note.txt')
    expect((await folder.list()).map(({ name, kind, bytes }) => [name, kind, bytes])).toEqual([
      ['automatic-2026-11-21T20-21-07Z.db', 'automatic', 5],
      ['automatic-2026-11-20T20-21-07Z.db', 'automatic', 5],
      ['before-restore-2026-11-19T00-00-00Z', 'set-aside', 10],
    ])
  })

  it('names a file only once it is whole', async () => {
    await folder.place('automatic-2026-11-21T20-21-07Z.db', async (passing) => {
      writeFileSync(passing, 'whole')
      expect(await folder.list()).toEqual([])
    })
    expect(readdirSync(path)).toEqual(['automatic-2026-11-21T20-21-07Z.db'])
    const broken = folder.place('automatic-2026-11-22T20-21-07Z.db', async (passing) => {
      writeFileSync(passing, 'half')
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(readdirSync(path)).toEqual(['automatic-2026-11-21T20-21-07Z.db'])
  })

  it('deletes backups and nothing else', async () => {
    put('before-restore-2026-11-19T00-00-00Z/audio/a.wav')
    put('note.txt')
    put('../starbeat.db')
    await folder.remove('before-restore-2026-11-19T00-00-00Z')
    for (const name of ['note.txt', '../starbeat.db', 'automatic-2026-11-20T20-21-07Z.db', '..'])
      await expect(folder.remove(name)).rejects.toMatchObject({ code: 'not-found' })
    expect(readdirSync(path)).toEqual(['note.txt'])
    expect(existsSync(join(path, '../starbeat.db'))).toBe(true)
  })

  it('forgets what a crash left half done', async () => {
    put('automatic-2026-11-20T20-21-07Z.db')
    put('automatic-2026-11-21T20-21-07Z.db.part')
    put('automatic-2026-11-21T20-21-07Z.db.part-journal')
    put('incoming-1.zip.part')
    put('restore-5b1ad1c4-3f5e-4c55-9d0e-0d7c3c1c9a11/audio/a.wav')
    put('restore-notes/mine.txt')
    put('before-restore-2026-11-19T00-00-00Z/starbeat.db')
    await folder.removeLeftovers()
    expect(readdirSync(path).sort()).toEqual([
      'automatic-2026-11-20T20-21-07Z.db',
      'before-restore-2026-11-19T00-00-00Z',
      'restore-notes',
    ])
  })
})

describe('a file that arrives in pieces', () => {
  it('is whole when all of it came', async () => {
    const upload = await folder.receive(6)
    await upload.append(Buffer.from('abc'))
    await upload.append(Buffer.from('def'))
    await upload.finish()
    expect(readFileSync(upload.path, 'utf8')).toBe('abcdef')
    await upload.abandon()
    expect(existsSync(upload.path)).toBe(false)
  })
  it('is refused when there is more or less of it than announced', async () => {
    const upload = await folder.receive(4)
    await upload.append(Buffer.from('abc'))
    await expect(upload.append(Buffer.from('de'))).rejects.toMatchObject({ code: 'bad-request' })
    await upload.abandon()
    const short = await folder.receive(4)
    await short.append(Buffer.from('abc'))
    await expect(short.finish()).rejects.toMatchObject({ code: 'backup-damaged', detail: 'incomplete' })
    await short.abandon()
  })
})

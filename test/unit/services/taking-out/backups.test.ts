import { beforeEach, describe, expect, it } from 'vitest'
import { readBackupName, setAsideName } from '#domain/backup/names'
import { AppError } from '#domain/errors'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs } from '../../../../electron/services/app/jobs.ts'
import type {
  BackupArchives,
  BackupFolder,
  DatabaseCopies,
  OpenArchive,
  Reopen,
  RestoreSwap,
} from '../../../../electron/services/ports/backup.ts'
import { createBackups } from '../../../../electron/services/taking-out/backups.ts'
import { createRestores } from '../../../../electron/services/taking-out/restores.ts'
import { ids } from '../fakes.ts'

const NOW = Date.UTC(2026, 10, 21, 20, 21, 7)
const COUNTS = { banks: 1, stories: 2, attempts: 3, recordedMs: 4 }
const WHOLE = 'starbeat-backup-2026-11-20T00-00-00Z.zip'
const AUTOMATIC = 'automatic-2026-11-20T20-21-07Z.db'
const ASIDE = 'before-restore-2026-11-19T00-00-00Z'

let names: string[]
let done: string[]
let freeBytes: number
let isRecording: boolean
let fail: Record<string, Error>
let reopened: Parameters<Reopen>[1][]

const step = async (what: string) => {
  const error = fail[what.split(' ')[0]!]
  if (error) throw error
  done.push(what)
}

function compose() {
  const events = createEventHub()
  const jobs = createJobs({ events, newId: ids('j'), logError: () => {} })
  const folder: BackupFolder = {
    list: async () =>
      names.flatMap((name) => {
        const known = readBackupName(name)
        return known ? [{ name, ...known, bytes: 100 }] : []
      }),
    path: (name) => `/backups/${name}`,
    async remove(name) {
      await step(`remove ${name}`)
      names = names.filter((each) => each !== name)
    },
    async place(name, write) {
      const answer = await write(`/backups/${name}.part`)
      names.push(name)
      return answer
    },
    passing: (name, use) => use(`/backups/${name}.part`),
    freeBytes: async () => freeBytes,
    receive: async () => ({
      path: '/backups/incoming.part',
      append: (bytes) => step(`append ${bytes.byteLength}`),
      finish: () => step('finish'),
      abandon: () => step('abandon'),
    }),
    removeLeftovers: async () => {},
  }
  const copies: DatabaseCopies = {
    schemaVersion: 7,
    bytes: () => 100,
    counts: () => COUNTS,
    copyTo: (path) => step(`copy ${path}`),
    inspect(path) {
      if (fail.inspect) throw fail.inspect
      done.push(`inspect ${path}`)
      return { ...COUNTS, banks: 9 }
    },
    takeBackRemovals: (path, attemptIds) => void done.push(`take-back ${path} ${attemptIds}`),
  }
  const archive: OpenArchive = {
    manifest: {
      format: 'starbeat-backup',
      formatVersion: 1,
      appVersion: '0.0.9',
      schemaVersion: 7,
      createdAt: 5,
      includesModels: false,
      counts: COUNTS,
      files: [{ path: 'starbeat.db', bytes: 1000, sha256: 'a'.repeat(64) }],
    },
    verify: async () => {},
    unpack: (path) => step(`unpack ${path}`),
    close: () => void done.push('close archive'),
  }
  const archives: BackupArchives = {
    sizes: async () => ({ audioBytes: 1000, modelBytes: 2000 }),
    write: (path, { database, includesModels }) => step(`archive ${path} ${database} ${includesModels}`),
    async open(path) {
      await step(`open ${path}`)
      return archive
    },
  }
  const swap: RestoreSwap = {
    async prepare(id) {
      return { name: `restore-${id}`, path: `/backups/restore-${id}` }
    },
    copyDatabase: (file, to) => step(`copy-database ${file} ${to}`),
    has: async (path, item) => item === 'audio' && !path.includes('restore-r1'),
    discard: (id) => step(`discard ${id}`),
    swap: (from, aside) => step(`swap ${from} ${aside}`),
  }
  const reopen: Reopen = async (act, restored) => {
    const undo = await act()
    reopened.push(restored)
    if (fail.reopen) await undo()
  }
  const shared = { copies, folder, archives, jobs, events, now: () => NOW }
  return {
    backups: createBackups({
      ...shared,
      automatic: { failure: () => null },
      restored: null,
      version: '0.1.0',
    }),
    restores: createRestores({
      ...shared,
      swap,
      recordings: { isOpen: () => isRecording },
      audio: { sizes: async () => new Map([['a1', { bytes: 1, isCompressed: false }]]) },
      reopen,
      newId: ids('r'),
    }),
  }
}

let app: ReturnType<typeof compose>
beforeEach(() => {
  names = [WHOLE, AUTOMATIC, ASIDE]
  done = []
  freeBytes = 1e9
  isRecording = false
  fail = {}
  reopened = []
  app = compose()
})
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'went well',
    (error) => error.code,
  )

describe('making a backup', () => {
  it('copies the database, writes the archive, and lets the one before it go', async () => {
    const name = await app.backups.create('q', true)
    expect(name).toBe('starbeat-backup-2026-11-21T20-21-07Z.zip')
    expect(done).toEqual([
      `copy /backups/${name}.db.part`,
      `archive /backups/${name}.part /backups/${name}.db.part true`,
      `remove ${WHOLE}`,
    ])
    expect((await app.backups.view()).backups.map(({ kind }) => kind)).toEqual(['automatic', 'set-aside', 'whole'])
  })
  it('keeps the one before it when it fails', async () => {
    fail.archive = new AppError('backup-failed')
    expect(await code(app.backups.create('q', true))).toBe('backup-failed')
    expect(names).toContain(WHOLE)
  })
  it('is not begun without room for it', async () => {
    freeBytes = 50_002_000
    expect(await code(app.backups.create('q', true))).toBe('backup-no-room')
    expect(done).toEqual([])
    expect(await code(app.backups.create('q', false))).toBe('went well')
  })
})

describe('examining', () => {
  const upload = async () => {
    const { uploadId } = await app.restores.beginUpload(3)
    await app.restores.append(uploadId, 0, new Uint8Array(3))
    return uploadId
  }

  it('unpacks and checks what was sent, shows it beside what is here, and changes nothing', async () => {
    const preview = await app.restores.examine('q', { from: 'upload', uploadId: await upload() })
    expect(preview).toMatchObject({
      madeAt: 5,
      appVersion: '0.0.9',
      holds: { recordings: true, models: false },
      backup: { banks: 9 },
      here: { banks: 1 },
      backupBytes: 1000,
    })
    expect(done).toEqual([
      'append 3',
      'finish',
      'open /backups/incoming.part',
      'unpack /backups/restore-r2',
      'close archive',
      'abandon',
      'inspect /backups/restore-r2/starbeat.db',
    ])
  })

  it.each(['finish', 'open', 'unpack', 'inspect'])('leaves nothing behind when it fails to %s', async (what) => {
    const uploadId = await upload()
    fail[what] = new AppError('backup-damaged', { detail: 'database' })
    expect(await code(app.restores.examine('q', { from: 'upload', uploadId }))).toBe('backup-damaged')
    expect(done.slice(-2).sort()).toEqual(['abandon', 'discard r2'])
  })

  it('refuses what there is no room for, before and after it was sent', async () => {
    freeBytes = 50_000_002
    expect(await code(app.restores.beginUpload(3))).toBe('backup-no-room')
    const uploadId = await app.restores.beginUpload(2).then((begun) => begun.uploadId)
    expect(await code(app.restores.examine('q', { from: 'upload', uploadId }))).toBe('backup-no-room')
  })

  it('forgets what a window has left behind when another file is sent', async () => {
    const { uploadId } = await app.restores.beginUpload(3)
    await app.restores.beginUpload(3)
    expect(done).toEqual(['abandon'])
    expect(await code(app.restores.append(uploadId, 0, new Uint8Array(3)))).toBe('not-found')
  })

  it('takes pieces in turn only', async () => {
    const { uploadId } = await app.restores.beginUpload(3)
    expect(await code(app.restores.append(uploadId, 1, new Uint8Array(3)))).toBe('bad-request')
    expect(await code(app.restores.append('other', 0, new Uint8Array(3)))).toBe('not-found')
  })

  it('copies a daily copy, and looks at what was set aside where it lies', async () => {
    await app.restores.examine('q', { from: 'stored', name: AUTOMATIC })
    expect(done).toEqual([
      `copy-database /backups/${AUTOMATIC} /backups/restore-r1`,
      'inspect /backups/restore-r1/starbeat.db',
    ])
    done = []
    const preview = await app.restores.examine('q', { from: 'stored', name: ASIDE })
    expect(done).toEqual(['discard r1', `inspect /backups/${ASIDE}/starbeat.db`])
    expect(preview.appVersion).toBeNull()
    await app.restores.dismiss(preview.restoreId)
    expect(done).not.toContain('discard r2')
  })

  it('knows nothing but what lies in the folder', async () => {
    expect(await code(app.restores.examine('q', { from: 'stored', name: '../starbeat.db' }))).toBe('not-found')
  })
})

describe('restoring', () => {
  const prepare = (name = AUTOMATIC) => app.restores.examine('q', { from: 'stored', name })

  it('closes the app, swaps, and says with what it is opened anew', async () => {
    const { restoreId } = await prepare()
    await app.restores.restore(restoreId)
    expect(done.at(-1)).toBe(`swap restore-r1 ${setAsideName(NOW)}`)
    expect(reopened).toEqual([{ madeAt: Date.UTC(2026, 10, 20, 20, 21, 7), aside: setAsideName(NOW) }])
    await app.restores.close()
    expect(done).not.toContain('discard r1')
  })
  it('goes back to what was set aside by moving it', async () => {
    const { restoreId } = await prepare(ASIDE)
    await app.restores.restore(restoreId)
    expect(done.at(-1)).toBe(`swap ${ASIDE} ${setAsideName(NOW)}`)
  })
  it('never sets two things aside under one name', async () => {
    names.push(setAsideName(NOW), setAsideName(NOW + 1000))
    const { restoreId } = await prepare()
    await app.restores.restore(restoreId)
    expect(done.at(-1)).toBe(`swap restore-r1 ${setAsideName(NOW + 2000)}`)
  })
  it('lets no sound be deleted that a copy of the database alone had put aside', async () => {
    const { restoreId } = await prepare()
    await app.restores.restore(restoreId)
    expect(done.slice(-2)).toEqual([
      'take-back /backups/restore-r1/starbeat.db a1',
      `swap restore-r1 ${setAsideName(NOW)}`,
    ])
  })
  it('leaves what comes with its own recordings as it was', async () => {
    const { restoreId } = await prepare(ASIDE)
    await app.restores.restore(restoreId)
    expect(done.join()).not.toContain('take-back')
  })
  it('can be taken back', async () => {
    fail.reopen = new Error('does not open')
    const { restoreId } = await prepare()
    await app.restores.restore(restoreId)
    expect(done.slice(-2)).toEqual([`swap restore-r1 ${setAsideName(NOW)}`, `swap ${setAsideName(NOW)} restore-r1`])
  })
  it('is refused while somebody records, and can be tried again', async () => {
    const { restoreId } = await prepare()
    isRecording = true
    expect(await code(app.restores.restore(restoreId))).toBe('restore-while-recording')
    isRecording = false
    expect(await code(app.restores.restore(restoreId))).toBe('went well')
    expect(await code(app.restores.restore(restoreId))).toBe('not-found')
  })
  it('forgets what was prepared when the app closes', async () => {
    await prepare()
    await app.restores.close()
    expect(done.at(-1)).toBe('discard r1')
  })
})

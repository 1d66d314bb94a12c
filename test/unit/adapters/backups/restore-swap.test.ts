import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk, recoverSwap, type SwapDisk, swapData } from '../../../../electron/adapters/backups/restore-swap.ts'

class Crash extends Error {}

/** A disk that crashes at one of its changes: just before it, or just after. */
function crashingDisk(at: number, when: 'before' | 'after'): SwapDisk & { changes(): number } {
  let count = 0
  const change =
    <A extends unknown[]>(act: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      count++
      if (count > at || (count === at && when === 'before')) throw new Crash()
      await act(...args)
      if (count === at) throw new Crash()
    }
  return {
    exists: realDisk.exists,
    read: realDisk.read,
    makeFolder: change(realDisk.makeFolder),
    move: change(realDisk.move),
    write: change(realDisk.write),
    remove: change(realDisk.remove),
    removeEmptyFolder: change(realDisk.removeEmptyFolder),
    sync: change(realDisk.sync),
    changes: () => count,
  }
}

/** A data folder with its recordings and models, a log beside its database, and a prepared restore. */
function makeData(what: { audio?: boolean; models?: boolean } = { audio: true, models: true }): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-swap-'))
  const put = (path: string, text: string) => {
    mkdirSync(join(dataDir, path, '..'), { recursive: true })
    writeFileSync(join(dataDir, path), text)
  }
  put('starbeat.db', 'old')
  put('starbeat.db-wal', 'old')
  put('audio/a.wav', 'old')
  put('models/m.bin', 'old')
  put('backups/restore-r/starbeat.db', 'new')
  if (what.audio) put('backups/restore-r/audio/b.wav', 'new')
  if (what.models) put('backups/restore-r/models/n.bin', 'new')
  return dataDir
}

function tree(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  return Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((path) => lstatSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const)
      .sort(),
  )
}

/** What the app would open, without the backups. */
function opened(dataDir: string) {
  return Object.fromEntries(Object.entries(tree(dataDir)).filter(([path]) => !path.startsWith('backups')))
}

const OLD = { 'audio/a.wav': 'old', 'models/m.bin': 'old', 'starbeat.db': 'old', 'starbeat.db-wal': 'old' }
const NEW = { 'audio/b.wav': 'new', 'models/n.bin': 'new', 'starbeat.db': 'new' }

describe('a swap', () => {
  it('puts the new in place and the old aside, whole', async () => {
    const dataDir = makeData()
    await swapData(dataDir, 'restore-r', 'before-restore-x', realDisk)
    expect(opened(dataDir)).toEqual(NEW)
    expect(tree(join(dataDir, 'backups'))).toEqual(
      Object.fromEntries(Object.entries(OLD).map(([path, text]) => [`before-restore-x/${path}`, text])),
    )
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(['before-restore-x'])
  })

  it('leaves what the backup does not hold where it is', async () => {
    const dataDir = makeData({})
    await swapData(dataDir, 'restore-r', 'before-restore-x', realDisk)
    expect(opened(dataDir)).toEqual({ 'audio/a.wav': 'old', 'models/m.bin': 'old', 'starbeat.db': 'new' })
    expect(tree(join(dataDir, 'backups/before-restore-x'))).toEqual({ 'starbeat.db': 'old', 'starbeat.db-wal': 'old' })
  })

  it('can be taken back', async () => {
    const dataDir = makeData()
    await swapData(dataDir, 'restore-r', 'before-restore-x', realDisk)
    await swapData(dataDir, 'before-restore-x', 'restore-r', realDisk)
    expect(opened(dataDir)).toEqual(OLD)
    expect(tree(join(dataDir, 'backups/restore-r'))).toEqual(NEW)
  })

  it('leaves nothing of the backup behind when it is taken back where there was less', async () => {
    const dataDir = makeData()
    for (const folder of ['audio', 'models']) rmSync(join(dataDir, folder), { recursive: true })
    await swapData(dataDir, 'restore-r', 'before-restore-x', realDisk)
    await swapData(dataDir, 'before-restore-x', 'restore-r', realDisk)
    expect(opened(dataDir)).toEqual({ 'starbeat.db': 'old', 'starbeat.db-wal': 'old' })
    expect(tree(join(dataDir, 'backups/restore-r'))).toEqual(NEW)
  })

  it('is not begun with nothing to put in place', async () => {
    const dataDir = makeData()
    await expect(swapData(dataDir, 'restore-gone', 'before-restore-x', realDisk)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(opened(dataDir)).toEqual(OLD)
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(['restore-r'])
  })

  it('leaves no empty folder when its journal cannot be written', async () => {
    const dataDir = makeData()
    const full = { ...realDisk, write: () => Promise.reject(new Error('full')) }
    await expect(swapData(dataDir, 'restore-r', 'before-restore-x', full)).rejects.toThrow('full')
    expect(opened(dataDir)).toEqual(OLD)
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(['restore-r'])
  })

  it('moves a link, wherever it leads', async () => {
    const dataDir = makeData()
    rmSync(join(dataDir, 'audio'), { recursive: true })
    symlinkSync('nowhere', join(dataDir, 'audio'))
    await swapData(dataDir, 'restore-r', 'before-restore-x', realDisk)
    expect(opened(dataDir)).toEqual({ ...NEW, 'models/n.bin': 'new' })
    expect(readlinkSync(join(dataDir, 'backups/before-restore-x/audio'))).toBe('nowhere')
  })

  it.each([
    ['everything', { audio: true, models: true }],
    ['without models', { audio: true }],
    ['the database alone', {}],
  ])('of %s is either not begun or done to its end, whenever the crash comes', async (_what, kinds) => {
    const whole = crashingDisk(Number.POSITIVE_INFINITY, 'before')
    await swapData(makeData(kinds), 'restore-r', 'before-restore-x', whole)
    const before = opened(makeData(kinds))
    const finished = makeData(kinds)
    await swapData(finished, 'restore-r', 'before-restore-x', realDisk)
    expect(whole.changes()).toBeGreaterThan(6)
    const outcomes = new Set<string>()
    for (let at = 1; at <= whole.changes(); at++) {
      for (const when of ['before', 'after'] as const) {
        const dataDir = makeData(kinds)
        await expect(swapData(dataDir, 'restore-r', 'before-restore-x', crashingDisk(at, when))).rejects.toThrow(Crash)
        await recoverSwap(dataDir)
        const now = opened(dataDir)
        const isNew = now['starbeat.db'] === 'new'
        expect(now).toEqual(isNew ? opened(finished) : before)
        if (isNew) expect(tree(join(dataDir, 'backups'))).toEqual(tree(join(finished, 'backups')))
        outcomes.add(isNew ? 'new' : 'old')
      }
    }
    expect(outcomes).toEqual(new Set(['old', 'new']))
  })

  it('is ended even when the start that ends it crashes, again and again', async () => {
    const dataDir = makeData()
    await expect(swapData(dataDir, 'restore-r', 'before-restore-x', crashingDisk(3, 'before'))).rejects.toThrow(Crash)
    for (let tries = 0; tries < 40; tries++) {
      const outcome = await recoverSwap(dataDir, crashingDisk(1, 'after')).catch(() => 'crashed')
      if (outcome === false) break
    }
    await recoverSwap(dataDir)
    expect(opened(dataDir)).toEqual(NEW)
    expect(await recoverSwap(dataDir)).toBe(false)
  })

  it.each(['audio', 'models', 'starbeat.db', 'starbeat.db-wal'])(
    'is taken back, also by the next start, when the disk refuses to move %s',
    async (name) => {
      const refusing: SwapDisk = {
        ...realDisk,
        move: (from, to) =>
          from.endsWith(`/${name}`) && !from.includes('restore-')
            ? Promise.reject(new Error('on another disk'))
            : realDisk.move(from, to),
      }
      const dataDir = makeData()
      await expect(swapData(dataDir, 'restore-r', 'before-restore-x', refusing)).rejects.toThrow('on another disk')
      expect(opened(dataDir)).toEqual(OLD)
      expect(tree(join(dataDir, 'backups/restore-r'))).toEqual(NEW)
      expect(readdirSync(join(dataDir, 'backups'))).toEqual(['restore-r'])

      const crashed = makeData()
      await expect(swapData(crashed, 'restore-r', 'before-restore-x', crashingDisk(3, 'before'))).rejects.toThrow(Crash)
      expect(await recoverSwap(crashed, refusing)).toBe(true)
      expect(opened(crashed)).toEqual(OLD)
    },
  )

  it('ends whole whenever a crash comes while it is taken back', async () => {
    const outcomes = new Set<string>()
    for (let at = 1; at <= 40; at++) {
      for (const when of ['before', 'after'] as const) {
        const dataDir = makeData()
        const crashing = crashingDisk(at, when)
        let refusals = 0
        const disk: SwapDisk = {
          ...crashing,
          // The last move is refused: everything before it is taken back.
          move: (from, to) =>
            to === join(dataDir, 'starbeat.db') && refusals++ === 0
              ? Promise.reject(new Error('refused'))
              : crashing.move(from, to),
        }
        await expect(swapData(dataDir, 'restore-r', 'before-restore-x', disk)).rejects.toThrow()
        await recoverSwap(dataDir)
        const now = opened(dataDir)
        const isNew = now['starbeat.db'] === 'new'
        expect(now).toEqual(isNew ? NEW : OLD)
        outcomes.add(isNew ? 'new' : 'old')
      }
    }
    expect(outcomes).toEqual(new Set(['old', 'new']))
  })

  it('has nothing to end where none was begun', async () => expect(await recoverSwap(makeData())).toBe(false))
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
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
      .filter((path) => statSync(join(folder, path)).isFile())
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
    expect(Object.entries(opened(dataDir)).filter(([path]) => !path.endsWith('-wal'))).toEqual(
      Object.entries(OLD).filter(([path]) => !path.endsWith('-wal')),
    )
    expect(tree(join(dataDir, 'backups/restore-r'))).toEqual(NEW)
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

  it('has nothing to end where none was begun', async () => expect(await recoverSwap(makeData())).toBe(false))
})

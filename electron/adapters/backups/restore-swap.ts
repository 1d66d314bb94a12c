import { copyFile, lstat, mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { AppError } from '#domain/errors'
import type { RestoreSwap } from '../../services/ports/backup.ts'
import { asDiskError } from '../disk.ts'

/** How folders are called in which restores are prepared: by an id, so that no folder of somebody else's is meant. */
export const PREPARED = /^restore-[0-9a-f-]{36}$/
const JOURNAL = 'restore.json'
const DATABASE = 'starbeat.db'
/** What of the data folder a restore may replace, in the order in which it is moved. */
const ITEMS = ['audio', 'models', DATABASE] as const
/** What belongs to the database beside it: left there, SQLite would play it into another one. */
const BESIDE = [`${DATABASE}-wal`, `${DATABASE}-shm`] as const

const Journal = z.object({ from: z.string(), aside: z.string(), items: z.array(z.enum(ITEMS)) })
type Journal = z.infer<typeof Journal>

/** The few things that a swap does to the disk; each can be the last before a crash. */
export interface SwapDisk {
  exists(path: string): Promise<boolean>
  makeFolder(path: string): Promise<void>
  move(from: string, to: string): Promise<void>
  /** Puts the text there whole or not at all, and for good. */
  write(path: string, text: string): Promise<void>
  read(path: string): Promise<string | null>
  remove(path: string): Promise<void>
  removeEmptyFolder(path: string): Promise<void>
  /** Makes what was moved in a folder last. */
  sync(folder: string): Promise<void>
}

/**
 * Replaces what lies in a data folder. The journal is the moment of decision: without it nothing was changed, with it
 * the swap is done to its end, by `recoverSwap` at the next start if need be. What the disk refuses is taken back and
 * thrown; `not-found` when there is no database to put in place.
 */
export async function swapData(dataDir: string, from: string, aside: string, disk: SwapDisk): Promise<void> {
  const source = join(dataDir, 'backups', from)
  const present = await Promise.all(ITEMS.map((item) => disk.exists(join(source, item))))
  const items = ITEMS.filter((_, index) => present[index])
  if (!items.includes(DATABASE)) throw new AppError('not-found')
  const kept = join(dataDir, 'backups', aside)
  await disk.makeFolder(kept)
  try {
    await disk.write(join(dataDir, JOURNAL), JSON.stringify({ from, aside, items } satisfies Journal))
  } catch (error) {
    await disk.removeEmptyFolder(kept)
    throw error
  }
  await settle(dataDir, { from, aside, items }, disk)
}

/** Ends a swap that a crash cut off; false when there was none. One that cannot be ended is taken back. */
export async function recoverSwap(dataDir: string, disk: SwapDisk = realDisk): Promise<boolean> {
  const text = await disk.read(join(dataDir, JOURNAL))
  if (text === null) return false
  const journal = Journal.parse(JSON.parse(text))
  await settle(dataDir, journal, disk).catch(async (error) => {
    if (await disk.exists(join(dataDir, JOURNAL))) throw error
  })
  return true
}

/** Carries a swap out; what cannot be, such as a folder that lies on another disk, is taken back before it is thrown. */
async function settle(dataDir: string, journal: Journal, disk: SwapDisk): Promise<void> {
  try {
    await carryOut(dataDir, journal, disk)
  } catch (error) {
    // If that fails too the journal stays, and the next start tries both again.
    await takeBack(dataDir, journal, disk).catch(() => {})
    throw error
  }
}

/** What belongs to an item and moves before it. */
const besides = (item: (typeof ITEMS)[number]): readonly string[] => (item === DATABASE ? BESIDE : [])

async function moveIfThere(disk: SwapDisk, name: string, from: string, to: string): Promise<void> {
  if (await disk.exists(join(from, name))) await disk.move(join(from, name), join(to, name))
}

/** Each step looks at what is there first, so that it can be begun again anywhere. */
async function carryOut(dataDir: string, { from, aside, items }: Journal, disk: SwapDisk): Promise<void> {
  const source = join(dataDir, 'backups', from)
  const kept = join(dataDir, 'backups', aside)
  for (const item of items) {
    if (!(await disk.exists(join(source, item)))) continue
    // The item is set aside last: once it lies there, what is in its place belongs to the new one.
    if (!(await disk.exists(join(kept, item)))) {
      for (const old of [...besides(item), item]) await moveIfThere(disk, old, dataDir, kept)
      // Going back then takes away again what was not there.
      if (item !== DATABASE && !(await disk.exists(join(kept, item)))) await disk.makeFolder(join(kept, item))
    }
    await disk.sync(kept)
    for (const own of [...besides(item), item]) await moveIfThere(disk, own, source, dataDir)
  }
  await end(dataDir, source, disk)
}

/** Moves everything back; cut off anywhere, it leaves what `carryOut` can go on from. */
async function takeBack(dataDir: string, { from, aside, items }: Journal, disk: SwapDisk): Promise<void> {
  const source = join(dataDir, 'backups', from)
  const kept = join(dataDir, 'backups', aside)
  for (const item of items) {
    if (await disk.exists(join(kept, item))) {
      const isNew = !(await disk.exists(join(source, item)))
      for (const own of isNew ? [item, ...besides(item)] : besides(item)) await moveIfThere(disk, own, dataDir, source)
    }
    for (const old of [item, ...besides(item)]) await moveIfThere(disk, old, kept, dataDir)
  }
  await end(dataDir, kept, disk)
}

/** The swap is over, one way or the other: `emptied` is the folder from which all was moved. */
async function end(dataDir: string, emptied: string, disk: SwapDisk): Promise<void> {
  await disk.sync(dataDir)
  await disk.remove(join(dataDir, JOURNAL))
  await disk.sync(dataDir)
  await disk.removeEmptyFolder(emptied)
}

/** Prepares restores in the folder of backups of a data folder, on the same disk: moving is all that is left to do. */
export function createRestoreSwap(dataDir: string, disk: SwapDisk = realDisk): RestoreSwap {
  const nameOf = (id: string) => `restore-${id}`
  const folderOf = (id: string) => join(dataDir, 'backups', nameOf(id))
  return {
    async prepare(id) {
      await asDiskError(mkdir(folderOf(id), { recursive: true }))
      return { name: nameOf(id), path: folderOf(id) }
    },
    async copyDatabase(file, folder) {
      const copy = join(folder, DATABASE)
      await asDiskError(copyFile(file, copy))
      await asDiskError(syncAt(copy, 'r+'))
    },
    has: (folder, item) => disk.exists(join(folder, item)),
    discard: (id) => rm(folderOf(id), { recursive: true, force: true }),
    swap: (from, aside) => swapData(dataDir, from, aside, disk),
  }
}

/** How often, and how long apart in milliseconds, Windows is asked again to move what somebody looks into. */
const TRIES = 20
const APART_MS = 100

export const realDisk: SwapDisk = {
  // A link counts as what it is: it is moved, not what it leads to.
  exists: (path) =>
    lstat(path).then(
      () => true,
      () => false,
    ),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  async move(from, to) {
    for (let tries = 1; ; tries++) {
      try {
        return await rename(from, to)
      } catch (error) {
        const isHeld = /^(EPERM|EACCES|EBUSY)$/.test((error as NodeJS.ErrnoException).code ?? '')
        if (!isHeld || process.platform !== 'win32' || tries === TRIES) throw error
        await setTimeout(APART_MS)
      }
    }
  },
  async write(path, text) {
    const passing = `${path}.part`
    const file = await open(passing, 'w')
    await file
      .writeFile(text)
      .then(() => file.sync())
      .finally(() => file.close())
    await rename(passing, path)
    await syncFolder(join(path, '..'))
  },
  read: (path) =>
    readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    }),
  remove: (path) => rm(path, { force: true }),
  // Something in it is somebody's; it stays.
  removeEmptyFolder: (path) => rmdir(path).catch(() => {}),
  sync: (folder) => syncFolder(folder),
}

/** Windows has no handle on folders and needs none; some shared folders refuse, and a restore does not depend on it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await syncAt(folder, 'r').catch((error: NodeJS.ErrnoException) => {
    if (!/^(EINVAL|ENOTSUP|EOPNOTSUPP|EPERM|ENOSYS)$/.test(error.code ?? '')) throw error
  })
}

async function syncAt(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  await handle.sync().finally(() => handle.close())
}

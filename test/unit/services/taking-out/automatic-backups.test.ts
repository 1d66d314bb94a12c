import { beforeEach, expect, it } from 'vitest'
import { automaticName, readBackupName } from '#domain/backup/names'
import { AppError } from '#domain/errors'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createForeground } from '../../../../electron/services/app/foreground.ts'
import type { BackupFolder, DatabaseCopies, StoredBackup } from '../../../../electron/services/ports/backup.ts'
import {
  type AutomaticBackups,
  createAutomaticBackups,
} from '../../../../electron/services/taking-out/automatic-backups.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.UTC(2026, 10, 21, 12)

let now: number
let names: Set<string>
let counts: { banks: number; stories: number; attempts: number; recordedMs: number }
let copy: (path: string) => Promise<void>
let logged: unknown[]
let told: number
let look: () => void
let isTicking: boolean
let foreground: ReturnType<typeof createForeground>
let backups: AutomaticBackups

const stored = (): StoredBackup[] =>
  [...names].flatMap((name) => {
    const known = readBackupName(name)
    return known ? [{ name, ...known, bytes: 1 }] : []
  })
const folder = {
  list: async () => stored(),
  remove: async (name: string) => void names.delete(name),
  async place<T>(name: string, write: (path: string) => Promise<T>) {
    const answer = await write(`/${name}.part`)
    names.add(name)
    return answer
  },
} as Partial<BackupFolder> as BackupFolder

beforeEach(() => {
  now = NOON
  names = new Set()
  counts = { banks: 1, stories: 1, attempts: 1, recordedMs: 1 }
  copy = async () => {}
  logged = []
  told = 0
  isTicking = false
  foreground = createForeground()
  const events = createEventHub()
  events.subscribe((name) => {
    if (name === 'backups.changed') told++
  })
  backups = createAutomaticBackups({
    copies: {
      schemaVersion: 1,
      counts: () => counts,
      copyTo: (path: string) => copy(path),
    } as Partial<DatabaseCopies> as DatabaseCopies,
    folder,
    foreground,
    ticker: {
      start(onLook) {
        look = onLook
        isTicking = true
        return () => {
          isTicking = false
        }
      },
    },
    events,
    now: () => now,
    timeZone: 'UTC',
    logError: (error) => logged.push(error),
  })
  backups.start()
})
/** Lets the ticker look, and everything that follows happen. */
async function tick(): Promise<void> {
  look()
  await new Promise((resolve) => setImmediate(resolve))
}

it('makes one backup a day, however often it looks', async () => {
  for (let hour = 0; hour < 60; hour++) {
    await tick()
    now += HOUR
  }
  expect([...names]).toEqual([automaticName(NOON), automaticName(NOON + 12 * HOUR), automaticName(NOON + 36 * HOUR)])
  expect(told).toBe(3)
})

it('keeps what is to be kept and lets the rest go', async () => {
  for (let day = 0; day < 400; day++) {
    await tick()
    now += DAY
  }
  expect(names.size).toBeGreaterThan(12)
  expect(names.size).toBeLessThanOrEqual(17)
  expect(names).toContain(automaticName(now - DAY))
})

it('touches nothing but its own', async () => {
  const others = [
    'starbeat-backup-2020-01-01T00-00-00Z.zip',
    'before-restore-2020-01-01T00-00-00Z',
    'before-schema-7-1600000000000.db',
  ]
  for (const name of others) names.add(name)
  for (let day = 0; day < 30; day++) {
    await tick()
    now += DAY
  }
  for (const name of others) expect(names).toContain(name)
})

it('keeps nothing of a folder that nobody has used', async () => {
  counts = { banks: 0, stories: 0, attempts: 0, recordedMs: 0 }
  await tick()
  expect(names.size).toBe(0)
})

it('waits while the user waits for the machine', async () => {
  const leave = foreground.enter()
  await tick()
  expect(names.size).toBe(0)
  leave()
  await tick()
  expect(names.size).toBe(1)
})

it('says a failure, tries again after an hour, and forgets it when it went well', async () => {
  copy = () => Promise.reject(new AppError('disk-full'))
  await tick()
  expect(backups.failure()).toEqual({ at: NOON, code: 'disk-full' })
  expect([logged.length, told, names.size]).toEqual([1, 1, 0])
  now += HOUR / 2
  await tick()
  expect(logged).toHaveLength(1)
  now += HOUR / 2
  await tick()
  expect(logged).toHaveLength(2)
  copy = async () => {}
  now += HOUR
  await tick()
  expect([backups.failure(), names.size]).toEqual([null, 1])
})

it('goes on when the clock was set back by a year, once a day', async () => {
  for (let day = 0; day < 300; day++) {
    await tick()
    now += DAY
  }
  now -= 400 * DAY
  told = 0
  for (let hour = 0; hour < 72; hour++) {
    await tick()
    now += HOUR
  }
  // Noon of the first day, and the first hours of the three that follow.
  expect(told).toBe(4)
  expect(names).toContain(automaticName(now - 12 * HOUR))
})

it('tries again after a failure although the clock was set back', async () => {
  copy = () => Promise.reject(new AppError('disk-full'))
  await tick()
  now -= 30 * DAY
  copy = async () => {}
  await tick()
  expect([backups.failure(), names.size]).toEqual([null, 1])
})

it('gives up when the app closes', async () => {
  const started = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  copy = () => {
    started.resolve()
    return ended.promise
  }
  look()
  await started.promise
  const closing = backups.close()
  ended.reject(new Error('aborted'))
  await closing
  expect([isTicking, logged, backups.failure()]).toEqual([false, [], null])
})

import { automaticName } from '#domain/backup/names'
import { isBackupDue, keptBackups } from '#domain/backup/retention'
import { type ErrorCode, errorCode } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { BackupFolder, DatabaseCopies, StoredBackup, Ticker } from '../ports/backup.ts'
import type { Clock } from '../ports/stores.ts'

export interface AutomaticBackups {
  /** Looks now and then from now on. */
  start(): void
  /** Why the last try failed; null when it did not. */
  failure(): { at: number; code: ErrorCode } | null
  /** Stops looking, and the copying that is under way. */
  close(): Promise<void>
}

/** How long after a failure it is tried again. Milliseconds. */
const TRY_AGAIN_MS = 3_600_000

/**
 * Copies the database once a day, when nobody waits for the machine, and lets go of copies that are no longer to be
 * kept. A failure is kept to be shown and never disturbs anything else.
 */
export function createAutomaticBackups(deps: {
  copies: DatabaseCopies
  folder: BackupFolder
  foreground: Pick<Foreground, 'whenFree'>
  ticker: Ticker
  events: EventHub
  now: Clock
  timeZone: string
  logError(error: unknown): void
}): AutomaticBackups {
  const { copies, folder, now, timeZone } = deps
  const abort = new AbortController()
  let failure: { at: number; code: ErrorCode } | null = null
  let working: Promise<void> | null = null
  let stop = () => {}

  const automatic = async (): Promise<StoredBackup[]> =>
    (await folder.list()).filter(({ kind }) => kind === 'automatic')

  async function look(): Promise<void> {
    const times = (await automatic()).map(({ createdAt }) => createdAt)
    const { banks, attempts } = copies.counts()
    // Of a folder that nobody has used yet there is nothing to keep.
    if (banks + attempts === 0 || !isBackupDue(times, now(), timeZone)) return
    await deps.foreground.whenFree(abort.signal)
    const work = { signal: abort.signal, report: () => {} }
    const name = automaticName(now())
    await folder.place(name, (path) => copies.copyTo(path, work))
    await thinOut(name)
    failure = null
    deps.events.emit('backups.changed', {})
  }

  /** The one just made stays in any case: where the clock was set back, others are called newer. */
  async function thinOut(made: string): Promise<void> {
    const all = await automatic()
    const kept = keptBackups(
      all.map(({ createdAt }) => createdAt),
      timeZone,
    )
    for (const { name, createdAt } of all) if (!kept.has(createdAt) && name !== made) await folder.remove(name)
  }

  async function tryOnce(): Promise<void> {
    if (failure && Math.abs(now() - failure.at) < TRY_AGAIN_MS) return
    try {
      await look()
    } catch (error) {
      if (abort.signal.aborted) return
      failure = { at: now(), code: errorCode(error) }
      deps.logError(error)
      deps.events.emit('backups.changed', {})
    }
  }

  return {
    start() {
      stop = deps.ticker.start(() => {
        working ??= tryOnce().finally(() => {
          working = null
        })
      })
    },
    failure: () => failure,
    async close() {
      stop()
      abort.abort()
      await working
    },
  }
}

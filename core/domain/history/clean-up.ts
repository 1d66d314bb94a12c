import { z } from 'zod'

/** What goes: the sound alone, so that transcript, report and score stay; or whole attempts. */
export const CleanUpWhat = z.enum(['audio', 'attempts'])
export type CleanUpWhat = z.infer<typeof CleanUpWhat>

/** Which go: those older than some days, or the oldest until all sound takes no more than some bytes. */
export const CleanUpLimit = z.discriminatedUnion('by', [
  z.object({ by: z.literal('age'), days: z.number().int().min(1).max(3650) }),
  z.object({ by: z.literal('size'), bytes: z.number().int().nonnegative() }),
])
export type CleanUpLimit = z.infer<typeof CleanUpLimit>

export const CleanUpRule = z.object({ what: CleanUpWhat, limit: CleanUpLimit })
export type CleanUpRule = z.infer<typeof CleanUpRule>

/** An attempt as cleaning up sees it; `bytes` of sound are 0 where it has none any more. */
export interface Cleanable {
  readonly id: string
  readonly storyId: string
  readonly startedAt: number
  readonly favourite: boolean
  readonly isGrowing: boolean
  readonly isWritten: boolean
  readonly bytes: number
}

/** Why an attempt stays though the limit would take it; `unwritten`: without its sound nothing of it would be left. */
export const KeptReason = z.enum(['favourite', 'newest', 'unwritten', 'recording'])
export type KeptReason = z.infer<typeof KeptReason>

/** What a rule takes, oldest first, and how many it would take but for what is always kept. */
export interface CleanUpSelection<T extends Cleanable> {
  readonly going: readonly T[]
  readonly kept: Readonly<Record<KeptReason, number>>
}

const DAY_MS = 86_400_000

/** The newest attempt of each story. */
function newestIds(attempts: readonly Cleanable[]): ReadonlySet<string> {
  const newest = new Map<string, Cleanable>()
  for (const attempt of attempts) {
    const known = newest.get(attempt.storyId)
    if (!known || attempt.startedAt > known.startedAt) newest.set(attempt.storyId, attempt)
  }
  return new Set([...newest.values()].map(({ id }) => id))
}

/**
 * What a rule takes at a moment (`nowMs`). Favourites, the newest attempt of each story and what is being recorded always
 * stay; of attempts that were never written down the sound stays. By size it takes no more than it must.
 */
export function selectForCleanUp<T extends Cleanable>(
  attempts: readonly T[],
  { what, limit }: CleanUpRule,
  nowMs: number,
): CleanUpSelection<T> {
  const newest = newestIds(attempts)
  const reasonToKeep = (attempt: T): KeptReason | null => {
    if (attempt.favourite) return 'favourite'
    if (newest.has(attempt.id)) return 'newest'
    if (attempt.isGrowing) return 'recording'
    return what === 'audio' && !attempt.isWritten ? 'unwritten' : null
  }
  let audioBytes = attempts.reduce((sum, { bytes }) => sum + bytes, 0)
  const isMeant = ({ startedAt, bytes }: T): boolean =>
    limit.by === 'age'
      ? startedAt < nowMs - limit.days * DAY_MS && (what === 'attempts' || bytes > 0)
      : bytes > 0 && audioBytes > limit.bytes
  const going: T[] = []
  const kept = { favourite: 0, newest: 0, unwritten: 0, recording: 0 }
  for (const attempt of attempts.toSorted((a, b) => a.startedAt - b.startedAt)) {
    if (!isMeant(attempt)) continue
    const reason = reasonToKeep(attempt)
    if (reason) kept[reason]++
    else {
      going.push(attempt)
      audioBytes -= attempt.bytes
    }
  }
  return { going, kept }
}

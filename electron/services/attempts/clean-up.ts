import type { CleanUpPreview, CleanUpStory } from '#contract/history'
import { type CleanUpRule, type CleanUpWhat, selectForCleanUp } from '#domain/history/clean-up'
import type { EventHub } from '../app/events.ts'
import type { AttemptStore, AudioStore, CleanableAttempt, Clock } from '../ports/stores.ts'
import type { Purge } from './purge.ts'

export interface CleanUp {
  preview(rule: CleanUpRule): Promise<CleanUpPreview>
  /** Puts aside what of the previewed attempts the rule still takes. */
  run(rule: CleanUpRule, attemptIds: readonly string[]): Promise<{ attemptIds: string[]; bytes: number }>
  undo(what: CleanUpWhat, attemptIds: readonly string[]): Promise<void>
}

type Sized = CleanableAttempt & { readonly bytes: number }

/** Frees the space of old attempts: shown first, then put aside like a single one, deleted for good by `purge.ts`. */
export function createCleanUp(deps: {
  store: AttemptStore
  audio: AudioStore
  purge: Pick<Purge, 'isGoing'>
  events: EventHub
  now: Clock
}): CleanUp {
  const { store } = deps

  async function select(rule: CleanUpRule) {
    const stored = await deps.audio.sizes()
    const attempts: Sized[] = store.cleanable().map((attempt) => ({
      ...attempt,
      bytes: attempt.isSilent ? 0 : (stored.get(attempt.id)?.bytes ?? 0),
    }))
    return { stored, attempts, ...selectForCleanUp(attempts, rule, deps.now()) }
  }

  const bytesOf = (attempts: readonly { readonly bytes: number }[]) =>
    attempts.reduce((sum, { bytes }) => sum + bytes, 0)

  return {
    async preview(rule) {
      const { stored, attempts, going, kept } = await select(rule)
      const audioBytes = bytesOf(attempts)
      return {
        attemptIds: going.map(({ id }) => id),
        bytes: bytesOf(going),
        stories: byStory(going),
        kept,
        audioBytes,
        asideBytes: bytesOf([...stored.values()]) - audioBytes,
      }
    },
    async run(rule, attemptIds) {
      const previewed = new Set(attemptIds)
      const going = (await select(rule)).going.filter(({ id }) => previewed.has(id))
      const ids = going.map(({ id }) => id)
      if (rule.what === 'audio') store.setAudioRemoved(ids, deps.now())
      else store.setAllRemoved(ids, deps.now())
      deps.events.emit('attempts.changed', {})
      return { attemptIds: ids, bytes: bytesOf(going) }
    },
    async undo(what, attemptIds) {
      const there = attemptIds.filter((id) => store.get(id) !== null && !deps.purge.isGoing(id))
      if (what === 'attempts') store.setAllRemoved(there, null)
      else {
        const stored = await deps.audio.sizes()
        store.setAudioRemoved(
          there.filter((id) => stored.has(id)),
          null,
        )
      }
      deps.events.emit('attempts.changed', {})
    },
  }
}

/** What goes, by story, those with most bytes first. */
function byStory(going: readonly Sized[]): CleanUpStory[] {
  const stories = Map.groupBy(going, ({ storyId }) => storyId)
  return [...stories]
    .map(([storyId, attempts]) => ({
      storyId,
      title: attempts[0]!.storyTitle,
      count: attempts.length,
      bytes: attempts.reduce((sum, { bytes }) => sum + bytes, 0),
      oldestAt: Math.min(...attempts.map(({ startedAt }) => startedAt)),
      newestAt: Math.max(...attempts.map(({ startedAt }) => startedAt)),
    }))
    .sort((a, b) => b.bytes - a.bytes || b.count - a.count)
}

import type { LiveHearing } from '#contract/attempts'
import type { EventHub } from '../app/events.ts'
import type { SettingsService } from '../app/settings.ts'
import type { Verdicts } from '../attempts/verdicts.ts'
import type { Models } from '../models/models.ts'
import type { SpeechEngine } from '../ports/speech.ts'
import type { AttemptStore, StoryStore } from '../ports/stores.ts'
import type { Hearing } from './hearing.ts'
import type { Hearings } from './hearings.ts'

/** Listens to a recording while it is made: one at a time, the newest. */
export interface Live {
  /** Wakes the engine, and listens if the user wants it; never throws. */
  begin(attemptId: string): void
  /** Takes samples once they are written; never throws. */
  listen(attemptId: string, pcm: Uint8Array): void
  /** Hands the hearing over, with what was heard; null when nothing listened. */
  take(attemptId: string): Promise<Hearing | null>
  drop(attemptId: string): void
  state(attemptId: string): LiveHearing
  close(): void
}

interface Listening {
  readonly attemptId: string
  /** Null when nobody listens: switched off, no model, or it could not begin. */
  readonly hearing: Promise<Hearing | null>
  ready: Hearing | null
  /** What is said before the hearing is ready. */
  early: Uint8Array[] | null
  /** It is somebody else's to finish; it can still be looked at. */
  isTaken: boolean
}

const OFF: LiveHearing = { state: 'off', said: [] }

export function createLive(deps: {
  engine: SpeechEngine
  models: Models
  hearings: Hearings
  settings: SettingsService
  attempts: AttemptStore
  stories: StoryStore
  verdicts: Verdicts
  events: EventHub
  logError(error: unknown): void
}): Live {
  const { engine, models, settings } = deps
  let current: Listening | null = null

  async function open(attemptId: string): Promise<Hearing | null> {
    try {
      const model = engine.state() === 'missing' ? null : await models.active()
      if (!model) return null
      engine.warmUp(model)
      if (!settings.get().liveTranscription) return null
      return await deps.hearings.open(attemptId, model, () => deps.events.emit('live.changed', { attemptId }))
    } catch (error) {
      deps.logError(error)
      return null
    }
  }

  function attend(listening: Listening, hearing: Hearing | null): void {
    listening.ready = hearing
    if (hearing && listening.early) for (const pcm of listening.early) hearing.listen(pcm)
    listening.early = null
    deps.events.emit('live.changed', { attemptId: listening.attemptId })
  }

  function drop(listening: Listening): void {
    if (current === listening) current = null
    if (!listening.isTaken) void listening.hearing.then((hearing) => hearing?.close())
  }

  /** The points that were said, if the user wants to see them. */
  function said(attemptId: string, hearing: Hearing): LiveHearing['said'] {
    const transcript = hearing.soFar()
    const storyId = deps.attempts.get(attemptId)?.storyId
    const story = storyId === undefined ? undefined : deps.stories.get(storyId)?.story
    if (!settings.get().liveTicks || !story || transcript.words.length === 0) return []
    return deps.verdicts
      .taught(attemptId, story, transcript)
      .flatMap(({ pointId, status }) => (status === 'missed' ? [] : [{ pointId, status }]))
  }

  return {
    begin(attemptId) {
      if (current) drop(current)
      const listening: Listening = { attemptId, hearing: open(attemptId), ready: null, early: [], isTaken: false }
      current = listening
      void listening.hearing.then((hearing) => attend(listening, hearing))
    },
    listen(attemptId, pcm) {
      if (current?.attemptId !== attemptId) return
      if (current.early) current.early.push(pcm)
      else current.ready?.listen(pcm)
    },
    async take(attemptId) {
      if (current?.attemptId !== attemptId || current.isTaken) return null
      current.isTaken = true
      return current.hearing
    },
    drop(attemptId) {
      if (current?.attemptId === attemptId) drop(current)
    },
    state(attemptId) {
      const hearing = current?.attemptId === attemptId ? current.ready : null
      if (!hearing) return OFF
      return { state: hearing.state(), said: said(attemptId, hearing) }
    },
    close() {
      if (current) drop(current)
    },
  }
}

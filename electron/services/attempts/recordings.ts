import { AppError } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { Live } from '../hearing/live.ts'
import type { AttemptStore, AudioStore, AudioWriter, Clock, NewAttempt, NewId } from '../ports/stores.ts'

export interface Recordings {
  begin(start: Omit<NewAttempt, 'id' | 'startedAt'>): Promise<{ attemptId: string }>
  /** Throws `recording-gap` for a chunk out of turn and `recording-unknown` when nothing is being recorded. */
  append(attemptId: string, sequence: number, pcm: Uint8Array): Promise<void>
  finish(attemptId: string): Promise<{ durationMs: number }>
  isOpen(): boolean
  /** Finishes what is being recorded, for a window that went away; what was recorded is kept. */
  finishAll(): Promise<void>
  /** Finishes what a crash left behind and answers the attempts that were saved; what fails waits for the next start. */
  recover(): Promise<string[]>
}

interface OpenRecording {
  readonly storyId: string
  readonly writer: AudioWriter
  nextSequence: number
  /** Chunks are written in turn: each waits for the one before. */
  tail: Promise<void>
  finishing: Promise<{ durationMs: number }> | null
  /** Tells that nobody waits for this recording any more. */
  leave(): void
}

/** Owns every recording from its first chunk to its final file. */
export function createRecordings(deps: {
  attempts: AttemptStore
  audio: AudioStore
  live: Pick<Live, 'begin' | 'listen'>
  foreground: Foreground
  events: EventHub
  now: Clock
  newId: NewId
  /** A recording has its final file. */
  onFinished(attemptId: string): void
  logError(error: unknown): void
}): Recordings {
  const { attempts, audio, events } = deps
  const open = new Map<string, OpenRecording>()
  const changed = (attemptId: string, storyId: string) => events.emit('attempt.changed', { attemptId, storyId })

  function opened(attemptId: string): OpenRecording {
    const recording = open.get(attemptId)
    if (!recording) throw new AppError('recording-unknown')
    return recording
  }

  async function close(attemptId: string, recording: OpenRecording): Promise<{ durationMs: number }> {
    await recording.tail.catch(() => {})
    // A finish that fails may be tried again, but nobody speaks any more.
    const { durationMs, envelope } = await recording.writer.finish().finally(recording.leave)
    attempts.finish(attemptId, { durationMs, recovered: false, envelope })
    open.delete(attemptId)
    changed(attemptId, recording.storyId)
    deps.onFinished(attemptId)
    return { durationMs }
  }

  const finish = (attemptId: string) => {
    const recording = opened(attemptId)
    recording.finishing ??= close(attemptId, recording).catch((error) => {
      recording.finishing = null
      throw error
    })
    return recording.finishing
  }

  /** False when the crash came before the first sound: then nothing stays of the attempt. */
  async function recoverOne(attemptId: string): Promise<boolean> {
    const recorded = await audio.recover(attemptId)
    if (recorded && recorded.durationMs > 0) {
      attempts.finish(attemptId, { ...recorded, recovered: true })
      return true
    }
    await audio.delete(attemptId)
    attempts.delete(attemptId)
    return false
  }

  return {
    async begin(start) {
      const { storyId } = start
      const attemptId = deps.newId()
      attempts.add({ ...start, id: attemptId, startedAt: deps.now() })
      try {
        const writer = await audio.create(attemptId)
        const leave = deps.foreground.enter()
        open.set(attemptId, { storyId, writer, nextSequence: 0, tail: Promise.resolve(), finishing: null, leave })
        deps.live.begin(attemptId)
      } catch (error) {
        attempts.delete(attemptId)
        throw error
      }
      return { attemptId }
    },
    append(attemptId, sequence, pcm) {
      const recording = opened(attemptId)
      if (recording.finishing) throw new AppError('recording-unknown')
      if (sequence !== recording.nextSequence) throw new AppError('recording-gap')
      recording.nextSequence++
      recording.tail = recording.tail.then(() => recording.writer.append(pcm))
      // Heard only once it is written: a recording never waits for its hearing.
      return recording.tail.then(() => deps.live.listen(attemptId, pcm))
    },
    finish: async (attemptId) => finish(attemptId),
    isOpen: () => open.size > 0,
    async finishAll() {
      await Promise.allSettled([...open.keys()].map(finish))
    },
    async recover() {
      const saved: string[] = []
      for (const { id } of attempts.unfinished()) {
        const wasSaved = await recoverOne(id).catch((error) => {
          deps.logError(error)
          return false
        })
        if (!wasSaved) continue
        saved.push(id)
        deps.onFinished(id)
      }
      return saved
    },
  }
}

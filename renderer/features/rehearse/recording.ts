import { AppError, errorCode } from '#domain/errors'
import { type ChunkQueue, createChunkQueue } from '../../audio/chunk-queue.ts'
import { type Level, SILENCE } from '../../audio/level.ts'
import { createObservable, type Observable } from '../../audio/observable.ts'
import type { openRecorder, Recorder } from '../../audio/recorder.ts'
import { type Kept, nextState, type Problem, type RecordingEvent, type RecordingState } from './recording-state.ts'

/** What changes twenty times a second. */
export interface Meter {
  readonly level: Level
  readonly recordedMs: number
}

export interface RecordingDeps {
  readonly openRecorder: typeof openRecorder
  begin(): Promise<{ attemptId: string }>
  append(attemptId: string, sequence: number, pcm: Uint8Array): Promise<unknown>
  finish(attemptId: string): Promise<{ durationMs: number }>
  /** Takes back an attempt that was given up before anything was said. */
  drop(attemptId: string): Promise<unknown>
  /** The chosen microphone is not there; another one is used. */
  onFallback(): void
  now(): number
}

export interface Recording {
  readonly state: Observable<RecordingState>
  readonly meter: Observable<Meter>
  /** Counts down before it records; 0 records at once. */
  start(options: { deviceId: string | null; thinkingTimeMs: number }): void
  skipThinking(): void
  pause(): void
  resume(): void
  /**
   * Ends the recording and answers what was kept; null when nothing was being recorded. With `write`, which is called
   * when all is saved, the end waits for that, too.
   */
  finish(write?: (kept: Kept) => Promise<void>): Promise<Kept | null>
  /** Back to idle from whatever is not a recording. */
  cancel(): void
}

const NO_FRAMES_MS = 10_000
const QUIET: Meter = { level: SILENCE, recordedMs: 0 }

/** Owns one recording at a time: microphone, queue of chunks, attempt. Whatever goes wrong, what was recorded is kept. */
export function createRecording(deps: RecordingDeps): Recording {
  const state = createObservable<RecordingState>({ kind: 'idle' })
  const meter = createObservable<Meter>(QUIET)
  let abort = new AbortController()
  let recorder: Recorder | null = null
  let queue: ChunkQueue | null = null
  let finishing: Promise<Kept> | null = null

  /** True when the event changed the state. */
  function dispatch(event: RecordingEvent): boolean {
    const before = state.get()
    state.set(nextState(before, event))
    return state.get() !== before
  }

  async function arm(deviceId: string | null): Promise<void> {
    if (!dispatch({ type: 'arm' })) return
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    meter.set(QUIET)
    try {
      await open(deviceId, signal)
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'refused', code: errorCode(error) })
    }
  }

  async function open(deviceId: string | null, signal: AbortSignal): Promise<void> {
    const firstFrames = Promise.withResolvers<void>()
    // What is heard before the attempt is begun waits here.
    const early: Uint8Array[] = []
    let send = (pcm: Uint8Array): void => void early.push(pcm)
    let isLost = false

    const opened = await deps.openRecorder(
      { deviceId, signal },
      {
        onFirstFrames: firstFrames.resolve,
        onChunk: (pcm) => send(pcm),
        onLevel: (level, recordedMs) => meter.set({ level, recordedMs }),
        onSignal: (hasSignal) => dispatch({ type: 'signal', hasSignal }),
        onLost() {
          isLost = true
          firstFrames.reject(new AppError('mic-missing'))
          void settle('unplugged')
        },
      },
    )
    try {
      signal.throwIfAborted()
      if (opened.isFallback) deps.onFallback()
      await within(NO_FRAMES_MS, firstFrames.promise, signal)
      const { attemptId } = await deps.begin()
      if (signal.aborted) await deps.drop(attemptId)
      signal.throwIfAborted()
      queue = createChunkQueue(
        (sequence, pcm) => deps.append(attemptId, sequence, pcm),
        (error) => void settle(errorCode(error)),
      )
      for (const pcm of early) queue.push(pcm)
      send = queue.push
      recorder = opened
      dispatch({ type: 'began', attemptId })
      if (isLost) void settle('unplugged')
    } catch (error) {
      opened.close()
      throw error
    }
  }

  async function settle(problem: Problem | null, write?: (kept: Kept) => Promise<void>): Promise<Kept | null> {
    const before = state.get()
    if (before.kind === 'finishing') return finishing
    if (!dispatch({ type: 'finish' })) return null
    const { attemptId } = state.get() as Extract<RecordingState, { kind: 'finishing' }>
    finishing = close(attemptId, problem, write)
    return finishing
  }

  async function close(
    attemptId: string,
    problem: Problem | null,
    write?: (kept: Kept) => Promise<void>,
  ): Promise<Kept> {
    let found = problem
    await recorder?.stop()
    await queue?.drain()
    const { durationMs } = await deps.finish(attemptId).catch((error) => {
      found ??= errorCode(error)
      return { durationMs: meter.get().recordedMs }
    })
    recorder = null
    queue = null
    const kept = { attemptId, durationMs, problem: found }
    try {
      if (write && !found && dispatch({ type: 'saved' })) await write(kept)
    } finally {
      dispatch({ type: 'finished', kept })
    }
    return kept
  }

  let waiting: { deviceId: string | null; timer: ReturnType<typeof setTimeout> } | null = null
  function stopWaiting(): string | null {
    clearTimeout(waiting?.timer)
    const deviceId = waiting?.deviceId ?? null
    waiting = null
    return deviceId
  }

  return {
    state,
    meter,
    start({ deviceId, thinkingTimeMs }) {
      if (thinkingTimeMs === 0) return void arm(deviceId)
      if (!dispatch({ type: 'think', endsAtMs: deps.now() + thinkingTimeMs })) return
      waiting = { deviceId, timer: setTimeout(() => void arm(stopWaiting()), thinkingTimeMs) }
    },
    skipThinking() {
      if (state.get().kind === 'thinking') void arm(stopWaiting())
    },
    pause() {
      if (dispatch({ type: 'pause' })) recorder?.pause()
    },
    resume() {
      if (dispatch({ type: 'resume' })) recorder?.resume()
    },
    finish: (write) => settle(null, write),
    cancel() {
      if (!dispatch({ type: 'cancel' })) return
      stopWaiting()
      abort.abort()
    },
  }
}

async function within(limitMs: number, work: Promise<void>, signal: AbortSignal): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new AppError('mic-unavailable')), limitMs)
  const stop = () => late.reject(new AppError('cancelled'))
  signal.addEventListener('abort', stop)
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

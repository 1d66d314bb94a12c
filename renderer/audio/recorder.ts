import { openCapture } from './capture.ts'
import { type Level, measureLevel } from './level.ts'
import { openMicrophone, watchLoss } from './microphones.ts'
import { createChunker } from './pcm.ts'
import { startSignal, watchSignal } from './signal-watch.ts'

/** What a recorder tells. `onChunk` gets 100 ms of PCM each time, in order and without gaps. */
export interface RecorderEvents {
  onFirstFrames(): void
  onChunk(pcm: Uint8Array<ArrayBuffer>): void
  /** About twenty times a second. */
  onLevel(level: Level, recordedMs: number): void
  /** False after three seconds without sound, true when it is back. */
  onSignal(hasSignal: boolean): void
  /** The microphone is gone; what came before is delivered by `stop`. */
  onLost(): void
}

export interface RecorderOptions {
  /** The browser's device id; null for the system's default. */
  readonly deviceId: string | null
  /** Gives up opening. */
  readonly signal: AbortSignal
}

export interface Recorder {
  /** The chosen microphone is not there; the system's default is used. */
  readonly isFallback: boolean
  pause(): void
  resume(): void
  /** Delivers the last samples, then closes. */
  stop(): Promise<void>
  /** Closes at once. */
  close(): void
}

const TICK_MS = 500

/** Opens the microphone and starts to deliver. Rejects with mic-denied, mic-missing, mic-unavailable, or the abort. */
export async function openRecorder(options: RecorderOptions, events: RecorderEvents): Promise<Recorder> {
  const closers: (() => void)[] = []
  const close = () => {
    for (const each of closers.splice(0).reverse()) each()
  }
  try {
    return await open(options, events, closers, close)
  } catch (error) {
    close()
    throw error
  }
}

async function open(
  { deviceId, signal }: RecorderOptions,
  events: RecorderEvents,
  closers: (() => void)[],
  close: () => void,
): Promise<Recorder> {
  const microphone = await openMicrophone(deviceId)
  closers.push(microphone.close)
  signal.throwIfAborted()

  const chunker = createChunker()
  let watch = startSignal(performance.now())
  let heardAt = performance.now()
  let isPaused = false
  let isFirst = true

  function look(peakDb: number | null): void {
    const before = watch.hasSignal
    watch = watchSignal(watch, peakDb, performance.now())
    if (watch.hasSignal !== before) events.onSignal(watch.hasSignal)
  }

  function receive(samples: Float32Array): void {
    const level = measureLevel(samples)
    heardAt = performance.now()
    if (isFirst) events.onFirstFrames()
    isFirst = false
    for (const chunk of chunker.push(samples)) events.onChunk(chunk)
    events.onLevel(level, chunker.durationMs)
    look(level.peakDb)
  }

  const capture = await openCapture(microphone.stream, receive)
  closers.push(capture.close)
  signal.throwIfAborted()
  closers.push(watchLoss(microphone, events.onLost))
  const ticker = setInterval(() => {
    if (!isPaused && performance.now() - heardAt > TICK_MS) look(null)
  }, TICK_MS)
  closers.push(() => clearInterval(ticker))

  return {
    isFallback: microphone.isFallback,
    pause() {
      isPaused = true
      capture.hold()
    },
    resume() {
      isPaused = false
      watch = startSignal(performance.now())
      events.onSignal(true)
      capture.go()
    },
    async stop() {
      await capture.end()
      const rest = chunker.flush()
      if (rest) events.onChunk(rest)
      close()
    },
    close,
  }
}

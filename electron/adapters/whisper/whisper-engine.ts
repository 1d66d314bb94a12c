import { existsSync, readFileSync } from 'node:fs'
import { AppError, errorCode } from '#domain/errors'
import type { SpeechEngine, SpeechModel } from '../../services/ports/speech.ts'
import { readTokenCounter } from '../models/vocabulary.ts'
import type { EnginePaths } from './engine/paths.ts'
import { infer } from './inference.ts'
import { parseOutput, parseProgress } from './output.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { startVoiceDetection } from './voice-detection.ts'

const IDLE_MS = 5 * 60_000

interface Resident {
  readonly model: SpeechModel
  readonly abort: AbortController
  readonly server: Promise<ServerProcess>
  ready: boolean
}

/** whisper.cpp as a resident child process: the model is loaded once, freed after idle minutes, started anew after a crash. */
export function createWhisperEngine(paths: EnginePaths, options: { idleMs?: number } = {}): SpeechEngine {
  const stateListeners = new Set<() => void>()
  let resident: Resident | null = null
  let idleTimer: NodeJS.Timeout | undefined
  let busy = 0
  let isClosed = false
  let freed = Promise.withResolvers<void>()

  const changed = () => {
    for (const listener of stateListeners) listener()
  }

  function release(): void {
    clearTimeout(idleTimer)
    const former = resident
    resident = null
    former?.abort.abort()
    former?.server.then(
      (server) => server.stop(),
      () => {},
    )
    if (former) changed()
  }

  function load(model: SpeechModel): Resident {
    if (resident?.model.path === model.path) return resident
    release()
    const abort = new AbortController()
    const loading: Resident = { model, abort, server: startServer(paths, model, abort.signal), ready: false }
    resident = loading
    const gone = () => {
      if (resident === loading) release()
    }
    loading.server.then((server) => {
      loading.ready = true
      changed()
      void server.exited.then(gone)
    }, gone)
    changed()
    return loading
  }

  /** One model works at a time: who needs another waits until nobody needs the one that is loaded. */
  async function occupy(model: SpeechModel, signal: AbortSignal): Promise<Resident> {
    while (busy > 0 && resident && resident.model.path !== model.path) await cancellable(freed.promise, signal)
    // Nobody would end a process that is started now.
    if (isClosed || signal.aborted) throw new AppError('cancelled')
    if (busy++ === 0) freed = Promise.withResolvers()
    clearTimeout(idleTimer)
    return load(model)
  }

  function leave(): void {
    if (--busy === 0) freed.resolve()
    restAfter()
  }

  function restAfter(): void {
    clearTimeout(idleTimer)
    if (busy > 0) return
    idleTimer = setTimeout(release, options.idleMs ?? IDLE_MS)
    idleTimer.unref()
  }

  function requireBuilt(): void {
    if (!existsSync(paths.server)) throw new AppError('engine-missing')
  }

  return {
    version: readVersion(paths.stamp),
    state() {
      if (!existsSync(paths.server)) return 'missing'
      if (!resident) return 'asleep'
      return resident.ready ? 'ready' : 'loading'
    },
    onStateChanged: (listener) => void stateListeners.add(listener),
    warmUp(model) {
      // A job at work keeps its engine, even when another model was chosen meanwhile.
      if (isClosed || busy > 0 || !existsSync(paths.server)) return
      load(model).server.catch(() => {})
      restAfter()
    },
    async transcribe(sound, model, options) {
      const { signal, report } = options
      requireBuilt()
      const used = await occupy(model, signal)
      try {
        const server = await cancellable(used.server, signal)
        const stopReading = server.onLine((line) => {
          const fraction = parseProgress(line)
          if (fraction !== null) report(fraction)
        })
        try {
          return parseOutput(await infer(server, sound, model, options))
        } finally {
          stopReading()
        }
      } catch (error) {
        // A server that failed once is not trusted again; its end may not have been noticed yet.
        if (errorCode(error) === 'engine-failed' && resident === used) release()
        throw error
      } finally {
        leave()
      }
    },
    async tryModel(model, signal) {
      if (!existsSync(paths.server)) return
      const server = await startServer(paths, model, signal)
      server.stop()
      await server.exited
    },
    tokenCounter: ({ path }) => readTokenCounter(path),
    detectVoice: (modelPath, onProbabilities) => startVoiceDetection(paths.voiceActivity, modelPath, onProbabilities),
    async close() {
      isClosed = true
      const former = resident
      release()
      const server = await former?.server.catch(() => null)
      await server?.exited
    },
  }
}

/** Whoever waits may give up; the work goes on, so that the next one finds the model loaded. */
function cancellable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AppError('cancelled'))
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}

function readVersion(stamp: string): string | null {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).version
  } catch {
    return null
  }
}

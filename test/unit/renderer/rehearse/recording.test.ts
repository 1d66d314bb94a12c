import { afterEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#domain/errors'
import type { RecorderEvents, RecorderOptions } from '../../../../renderer/audio/recorder.ts'
import { createRecording, type RecordingDeps } from '../../../../renderer/features/rehearse/recording.ts'

afterEach(() => void vi.useRealTimers())

const settle = () => new Promise((resolve) => setTimeout(resolve))

/** A recording on a microphone and a core in memory. */
function setUp(changes: Partial<RecordingDeps> = {}) {
  const log: string[] = []
  let events: RecorderEvents | null = null
  const recording = createRecording({
    async openRecorder(_options: RecorderOptions, told: RecorderEvents) {
      events = told
      return {
        isFallback: false,
        pause: () => void log.push('hold'),
        resume: () => void log.push('go'),
        async stop() {
          told.onChunk(Uint8Array.of(99))
          log.push('stop')
        },
        close: () => void log.push('close'),
      }
    },
    begin: async () => ({ attemptId: 'a' }),
    append: async (_id, sequence, pcm) => void log.push(`${sequence}:${pcm[0]}`),
    finish: async () => ({ durationMs: 1500 }),
    drop: async () => void log.push('drop'),
    onFallback: () => {},
    now: () => 0,
    ...changes,
  })
  const microphone = {
    speak(byte: number) {
      events?.onFirstFrames()
      events?.onChunk(Uint8Array.of(byte))
    },
    lose: () => events?.onLost(),
  }
  const start = async () => {
    recording.start({ deviceId: null, thinkingTimeMs: 0 })
    await settle()
  }
  return { recording, microphone, log, start, kind: () => recording.state.get().kind }
}

describe('createRecording', () => {
  it('is recording only once frames have arrived, and keeps what came before the attempt was begun', async () => {
    const begun = Promise.withResolvers<{ attemptId: string }>()
    const { microphone, log, start, kind } = setUp({ begin: () => begun.promise })
    await start()
    expect(kind()).toBe('arming')
    microphone.speak(1)
    microphone.speak(2)
    await settle()
    expect(kind()).toBe('arming')
    begun.resolve({ attemptId: 'a' })
    await settle()
    microphone.speak(3)
    expect(kind()).toBe('recording')
    expect(log).toEqual(['0:1', '1:2', '2:3'])
  })

  it('sends the last samples before it finishes', async () => {
    const { recording, microphone, log, start } = setUp()
    await start()
    microphone.speak(1)
    await settle()
    expect(await recording.finish()).toEqual({ attemptId: 'a', durationMs: 1500, problem: null })
    expect(log).toEqual(['0:1', '1:99', 'stop'])
    expect(await recording.finish()).toBeNull()
  })

  it('is over only when what was said is written down, once it is saved', async () => {
    const written = Promise.withResolvers<void>()
    const { recording, microphone, start, kind } = setUp()
    await start()
    microphone.speak(1)
    await settle()
    const finished = recording.finish(() => written.promise)
    await settle()
    expect(kind()).toBe('writing')
    expect(await recording.finish()).toBeNull()
    written.resolve()
    expect(await finished).toMatchObject({ attemptId: 'a' })
    expect(kind()).toBe('idle')
  })

  it('has nothing written down when the end could not be saved', async () => {
    const { recording, microphone, start } = setUp({ finish: () => Promise.reject(new AppError('disk-full')) })
    await start()
    microphone.speak(1)
    await settle()
    expect(await recording.finish(() => expect.unreachable())).toMatchObject({ problem: 'disk-full' })
  })

  it('holds and goes on', async () => {
    const { recording, microphone, log, start, kind } = setUp()
    await start()
    microphone.speak(1)
    await settle()
    recording.pause()
    recording.pause()
    expect(kind()).toBe('paused')
    recording.resume()
    expect(log).toEqual(['0:1', 'hold', 'go'])
  })

  it('keeps what was recorded when the microphone is unplugged', async () => {
    const { recording, microphone, start } = setUp()
    await start()
    microphone.speak(1)
    await settle()
    microphone.lose()
    await settle()
    const kept = { attemptId: 'a', durationMs: 1500, problem: 'unplugged' }
    expect(recording.state.get()).toEqual({ kind: 'kept', kept })
  })

  it('finishes when a chunk is refused, and says why', async () => {
    const append = async (_id: string, sequence: number) => {
      if (sequence === 1) throw new AppError('disk-full')
    }
    const { recording, microphone, start } = setUp({ append })
    await start()
    for (const byte of [1, 2, 3]) microphone.speak(byte)
    await settle()
    await settle()
    expect(recording.state.get()).toMatchObject({ kind: 'kept', kept: { problem: 'disk-full', durationMs: 1500 } })
  })

  it('tells what the meter knew when the core is gone', async () => {
    const gone = () => Promise.reject(new AppError('disconnected'))
    const { recording, microphone, start } = setUp({ finish: gone })
    await start()
    microphone.speak(1)
    await settle()
    expect(await recording.finish()).toEqual({ attemptId: 'a', durationMs: 0, problem: 'disconnected' })
  })

  it.each(['mic-denied', 'mic-missing', 'mic-unavailable'] as const)('says %s and begins no attempt', async (code) => {
    const begin = vi.fn(async () => ({ attemptId: 'a' }))
    const openRecorder = () => Promise.reject(new AppError(code))
    const { recording, start } = setUp({ openRecorder, begin })
    await start()
    expect(recording.state.get()).toEqual({ kind: 'refused', code })
    expect(begin).not.toHaveBeenCalled()
  })

  it('closes the microphone when the attempt cannot be begun', async () => {
    const { recording, microphone, log, start } = setUp({ begin: () => Promise.reject(new AppError('disk-full')) })
    await start()
    microphone.speak(1)
    await settle()
    expect(recording.state.get()).toEqual({ kind: 'refused', code: 'disk-full' })
    expect(log).toContain('close')
  })

  it('gives up at once while it waits for the microphone', async () => {
    const { recording, microphone, log, start, kind } = setUp()
    await start()
    recording.cancel()
    expect(kind()).toBe('idle')
    microphone.speak(1)
    await settle()
    expect(kind()).toBe('idle')
    expect(log).toEqual(['close'])
  })

  it('takes back an attempt that was given up while it was being begun', async () => {
    const begun = Promise.withResolvers<{ attemptId: string }>()
    const { recording, microphone, log, start } = setUp({ begin: () => begun.promise })
    await start()
    microphone.speak(1)
    await settle()
    recording.cancel()
    begun.resolve({ attemptId: 'a' })
    await settle()
    expect(log).toEqual(['drop', 'close'])
  })

  it('gives time to think, which can be cut short or cancelled', async () => {
    const { recording, kind } = setUp()
    recording.start({ deviceId: null, thinkingTimeMs: 60_000 })
    expect(recording.state.get()).toEqual({ kind: 'thinking', endsAtMs: 60_000 })
    recording.cancel()
    expect(kind()).toBe('idle')
    recording.start({ deviceId: null, thinkingTimeMs: 60_000 })
    recording.skipThinking()
    expect(kind()).toBe('arming')
  })

  it('records by itself when the time to think is over', () => {
    vi.useFakeTimers()
    const { recording, kind } = setUp()
    recording.start({ deviceId: null, thinkingTimeMs: 20_000 })
    vi.advanceTimersByTime(19_999)
    expect(kind()).toBe('thinking')
    vi.advanceTimersByTime(1)
    expect(kind()).toBe('arming')
  })
})

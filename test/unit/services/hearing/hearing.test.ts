import { beforeEach, describe, expect, it } from 'vitest'
import { pcmSamples } from '#domain/audio/pcm'
import { AppError } from '#domain/errors'
import type { VoiceFrame } from '#domain/speech/speech'
import { createHearing, type Hearing, type HearingDeps } from '../../../../electron/services/hearing/hearing.ts'
import type { Heard, SpeechEngine, SpeechModel, TranscribeOptions } from '../../../../electron/services/ports/speech.ts'

const MODEL = { id: 'm', name: 'micro', windowMs: 30_000 } as SpeechModel
const CHUNK_MS = 100
const SECOND = 1000

/** A chunk of a recording that holds nothing but its own number: the fake engine reads it as a word. */
const chunk = (number: number) => new Uint8Array(new Int16Array(16 * CHUNK_MS).fill(number).buffer)

/** Speech in the first part of every `everyMs`, silence in the rest. */
const isSpeech = (ms: number, everyMs: number, speechMs: number) => ms % everyMs < speechMs

interface Ask extends TranscribeOptions {
  readonly pcm: Uint8Array
}

let asked: Ask[]
let answers: ((ask: Ask) => Promise<Heard>)[]
let recorded: Uint8Array[]
let progressed: number

/** A word for every other chunk that is heard as a whole, with its number for a name: five words a second. */
function heardIn(pcm: Uint8Array, language: string | null = 'english'): Heard {
  const samples = pcmSamples(pcm)
  const words: Heard['words'] = []
  for (let at = 0; at < samples.length; ) {
    const from = at
    while (at < samples.length && samples[at] === samples[from]) at++
    if (at - from < 16 * CHUNK_MS || samples[from]! % 2 !== 0) continue
    words.push({ text: `w${samples[from]}`, startMs: from / 16, endMs: at / 16, probability: 1 })
  }
  return { words, segmentStarts: words.length ? [0] : [], doubts: [{ noSpeech: 0, logProbability: 0 }], language }
}

const engine = {
  state: () => 'ready',
  async transcribe(sound: { pcm: Uint8Array }, _: SpeechModel, options: TranscribeOptions) {
    const ask = { ...sound, ...options }
    asked.push(ask)
    return (answers.shift() ?? (async () => heardIn(sound.pcm)))(ask)
  },
} as unknown as SpeechEngine

/** A detector that is told where speech is instead of listening. */
const scripted =
  (everyMs: number, speechMs: number, isWhole = true): NonNullable<HearingDeps['voice']> =>
  (onFrames) => {
    let atMs = 0
    return {
      async push(pcm) {
        const frames: VoiceFrame[] = []
        for (const endMs = atMs + pcm.byteLength / 32; atMs < endMs; atMs += 20) {
          const sound = isSpeech(atMs, everyMs, speechMs)
          frames.push({ startMs: atMs, endMs: atMs + 20, levelDb: sound ? -20 : -70, sound, voiced: sound })
        }
        onFrames(frames)
      },
      end: async () => isWhole,
      close() {},
    }
  }

const hearingOf = (deps: Partial<HearingDeps> = {}): Hearing =>
  createHearing({
    engine,
    model: MODEL,
    language: null,
    prompt: () => null,
    async read(fromMs, toMs) {
      const all = Buffer.concat(recorded)
      return new Uint8Array(all.subarray(32 * fromMs, 32 * toMs))
    },
    voice: scripted(5 * SECOND, 4 * SECOND),
    onProgress: () => progressed++,
    ...deps,
  })

/** Records so many seconds; the engine has time to answer after each chunk. */
async function speak(hearing: Hearing, seconds: number): Promise<void> {
  for (let i = 0; i < seconds * 10; i++) {
    recorded.push(chunk(recorded.length))
    hearing.listen(recorded.at(-1)!)
    await new Promise(setImmediate)
  }
}

const finish = (hearing: Hearing, signal = new AbortController().signal, report = (_: number) => {}) =>
  hearing.finish({ signal, report })

/** The words that were spoken: each must be heard once. */
const spoken = (seconds: number) =>
  Array.from({ length: seconds * 5 }, (_, i) => 2 * i).filter((i) => isSpeech(i * CHUNK_MS, 5 * SECOND, 4 * SECOND))

const numbers = (words: readonly { text: string }[]) => words.map(({ text }) => Number(text.slice(1)))

beforeEach(() => {
  asked = []
  answers = []
  recorded = []
  progressed = 0
})

describe('hearing while the recording grows', () => {
  it('hears every spoken moment once, at its time in the recording, and most of it before the end', async () => {
    const hearing = hearingOf()
    await speak(hearing, 24)
    const before = asked.length
    expect(before).toBeGreaterThanOrEqual(4)
    const { words } = await finish(hearing)
    expect(numbers(words)).toEqual(expect.arrayContaining(spoken(24)))
    expect(new Set(words.map(({ text }) => text)).size).toBe(words.length)
    expect(words.every(({ text, startMs }) => startMs === CHUNK_MS * Number(text.slice(1)))).toBe(true)
    expect(asked.length - before).toBeLessThanOrEqual(1)
    expect(progressed).toBeGreaterThanOrEqual(before)
  })

  it('hears one piece at a time', async () => {
    let open = 0
    let most = 0
    const slowly = async ({ pcm }: Ask) => {
      most = Math.max(most, ++open)
      await new Promise(setImmediate)
      open--
      return heardIn(pcm)
    }
    answers = Array.from({ length: 20 }, () => slowly)
    const hearing = hearingOf()
    await speak(hearing, 30)
    await finish(hearing)
    expect(most).toBe(1)
  })

  it('loses nothing when the engine dies in the middle of a piece', async () => {
    answers = [() => Promise.reject(new AppError('engine-failed'))]
    const hearing = hearingOf()
    await speak(hearing, 19)
    expect(numbers((await finish(hearing)).words)).toEqual(expect.arrayContaining(spoken(19)))
    expect(asked[0]!.pcm).toEqual(asked[1]!.pcm)
  })

  it('leaves to the end what cannot be heard live, and says so', async () => {
    answers = Array.from({ length: 2 }, () => () => Promise.reject(new AppError('engine-failed')))
    const hearing = hearingOf()
    await speak(hearing, 19)
    expect([asked.length, hearing.state()]).toEqual([2, 'stopped'])
    expect(numbers((await finish(hearing)).words)).toEqual(expect.arrayContaining(spoken(19)))
  })

  it('falls behind a speaker who is faster than the machine, and catches up with larger pieces', async () => {
    const gate = Promise.withResolvers<void>()
    answers = [async ({ pcm }) => gate.promise.then(() => heardIn(pcm))]
    const hearing = hearingOf()
    await speak(hearing, 30)
    expect(hearing.state()).toBe('listening')
    await speak(hearing, 30)
    expect(hearing.state()).toBe('behind')
    gate.resolve()
    expect(numbers((await finish(hearing)).words)).toEqual(expect.arrayContaining(spoken(60)))
    expect(Math.max(...asked.map(({ pcm }) => pcm.byteLength / 32_000))).toBeGreaterThan(20)
    expect(Math.max(...asked.map(({ pcm }) => pcm.byteLength / 32_000))).toBeLessThanOrEqual(28.5)
  })

  it('is no longer behind when it has caught up', async () => {
    const gate = Promise.withResolvers<void>()
    answers = [async ({ pcm }) => gate.promise.then(() => heardIn(pcm))]
    const hearing = hearingOf()
    await speak(hearing, 60)
    expect(hearing.state()).toBe('behind')
    gate.resolve()
    const before = progressed
    await speak(hearing, 10)
    expect(hearing.state()).toBe('listening')
    expect(progressed).toBeGreaterThan(before)
    expect(numbers((await finish(hearing)).words)).toEqual(expect.arrayContaining(spoken(70)))
  })

  it('asks for the language once', async () => {
    const hearing = hearingOf()
    await speak(hearing, 24)
    await finish(hearing)
    expect(asked.map(({ language }) => language)).toEqual([null, ...asked.slice(1).map(() => 'english')])
  })

  it('tells the engine the words before each piece', async () => {
    const hearing = hearingOf({ prompt: (before) => before.split(' ').at(-1)! })
    await speak(hearing, 12)
    await finish(hearing)
    expect(asked.map(({ prompt }) => prompt).slice(0, 2)).toEqual(['', expect.stringMatching(/^w\d+$/)])
  })

  it('ends at once when it is cancelled in the middle of a piece', async () => {
    const abort = new AbortController()
    answers = [
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled')))),
    ]
    const hearing = hearingOf()
    await speak(hearing, 12)
    const work = finish(hearing, abort.signal)
    abort.abort()
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['takes no more samples', (hearing: Hearing, signal: AbortSignal) => hearing.listenToAll(signal)],
    ['does not come to its end', (hearing: Hearing, signal: AbortSignal) => finish(hearing, signal)],
  ])('ends at once when it is cancelled while the detector %s', async (_, act) => {
    recorded = Array.from({ length: 600 }, (_, i) => chunk(i))
    const closed = Promise.withResolvers<void>()
    const stuck = () => closed.promise
    const end = () => closed.promise.then(() => false)
    const hearing = hearingOf({ voice: () => ({ push: stuck, end, close: closed.resolve }) })
    const abort = new AbortController()
    const work = act(hearing, abort.signal)
    abort.abort()
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
    expect(asked).toEqual([])
  })

  it('hears all again with its own detector when the engine’s fails on the way', async () => {
    const hearing = hearingOf({ voice: scripted(5 * SECOND, 4 * SECOND, false) })
    await speak(hearing, 12)
    // To our own detector these recordings are silent: nothing is left of what was heard by the broken one.
    expect((await finish(hearing)).words).toEqual([])
  })
})

describe('hearing a file afterwards', () => {
  it('hears the same words in larger pieces, with progress', async () => {
    recorded = Array.from({ length: 1200 }, (_, i) => chunk(i))
    const reported: number[] = []
    const hearing = hearingOf()
    await hearing.listenToAll(new AbortController().signal)
    const { words } = await finish(hearing, undefined, (fraction) => reported.push(fraction))
    expect(numbers(words)).toEqual(expect.arrayContaining(spoken(120)))
    expect(asked.length).toBeLessThan(8)
    expect(reported.at(-1)).toBe(1)
    expect(reported).toEqual([...reported].sort((a, b) => a - b))
  })

  it('asks nothing of the engine where nobody speaks', async () => {
    recorded = Array.from({ length: 200 }, () => chunk(0))
    const hearing = hearingOf({ voice: scripted(SECOND, 0) })
    await hearing.listenToAll(new AbortController().signal)
    expect(await finish(hearing)).toEqual({ words: [], segmentStarts: [] })
    expect(asked).toEqual([])
  })

  it('says what it cannot hear', async () => {
    recorded = Array.from({ length: 60 }, (_, i) => chunk(i))
    answers = Array.from({ length: 2 }, () => () => Promise.reject(new AppError('model-unloadable')))
    const hearing = hearingOf()
    await hearing.listenToAll(new AbortController().signal)
    await expect(finish(hearing)).rejects.toMatchObject({ code: 'model-unloadable' })
  })
})

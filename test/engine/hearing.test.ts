import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Transcript, transcriptText } from '#domain/transcript'
import { wordErrors } from '#domain/transcript/word-errors'
import { createModelStore } from '../../electron/adapters/models/model-store.ts'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../../electron/adapters/whisper/whisper-engine.ts'
import { createHearing, type Hearing, type HearingDeps } from '../../electron/services/hearing/hearing.ts'
import { engineVoice } from '../../electron/services/hearing/voice.ts'
import type { SpeechEngine, SpeechModel } from '../../electron/services/ports/speech.ts'
import { writeLoudnessDetector } from '../loudness-detector.ts'
import { canSeeProcesses, processesWith } from '../processes.ts'
import { normalWords, wordErrorRate } from './word-error-rate.ts'

const ROOT = join(import.meta.dirname, '../..')
const FIXTURES = join(ROOT, 'test/fixtures')
const SPEECH = join(ROOT, '../shared/speech')
const WAV_HEADER = 44
const CHUNK_BYTES = 3200
const paths = enginePaths(join(ROOT, 'resources'))
const built = existsSync(paths.server)
const shared = existsSync(SPEECH)
if (!built) console.warn('skipped: the speech engine is not built, so nothing is heard live')
if (!shared) console.warn('skipped: ../shared/speech is not here, so its recordings are not heard live')

const samplesOf = (file: string) => new Uint8Array(readFileSync(file).subarray(WAV_HEADER))
const ANSWER = samplesOf(join(FIXTURES, 'build-pipeline.wav'))
const silence = (ms: number) => new Uint8Array(32 * ms)
const never = () => new AbortController().signal

let engine: SpeechEngine
let model: SpeechModel
let detector: string
/** What is heard live of the fixture's answer. */
let answer: Transcript
/** How many requests the engine has not answered yet, and how many it was asked. */
let open = 0
let asked = 0

beforeAll(async () => {
  const own = createWhisperEngine(paths)
  engine = {
    ...own,
    async transcribe(...request) {
      open++
      asked++
      return own.transcribe(...request).finally(() => open--)
    },
  }
  model = await createModelStore('').inspect(join(FIXTURES, 'ggml-micro.en.bin')).then(speechModel)
  detector = join(mkdtempSync(join(tmpdir(), 'starbeat-voice-')), 'loudness.bin')
  writeLoudnessDetector(detector)
  if (built) answer = await heardLive(ANSWER)
}, 60_000)
afterAll(() => engine.close())

const speechModel = (found: SpeechModel | { model: SpeechModel }): SpeechModel =>
  'model' in found ? found.model : found

const hearingOf = (pcm: Uint8Array, deps: Partial<HearingDeps> = {}): Hearing =>
  createHearing({
    engine,
    model,
    language: null,
    prompt: () => null,
    read: async (fromMs, toMs) => pcm.subarray(32 * fromMs, 32 * toMs),
    ...deps,
  })

/** Speaks as the engine keeps up, so that each phrase is a piece of its own, as on a fast machine. */
async function speak(hearing: Hearing, pcm: Uint8Array): Promise<void> {
  for (let at = 0; at < pcm.length; at += CHUNK_BYTES) {
    hearing.listen(pcm.subarray(at, at + CHUNK_BYTES))
    do await new Promise(setImmediate)
    while (open > 0)
  }
}

async function heardLive(pcm: Uint8Array, deps?: Partial<HearingDeps>): Promise<Transcript> {
  const hearing = hearingOf(pcm, deps)
  await speak(hearing, pcm)
  return hearing.finish({ signal: never(), report: () => {} })
}

async function heardAfterwards(pcm: Uint8Array): Promise<Transcript> {
  const hearing = hearingOf(pcm)
  await hearing.listenToAll(never())
  return hearing.finish({ signal: never(), report: () => {} })
}

const wordsOf = ({ words }: Transcript) => normalWords(transcriptText(words))

describe.skipIf(!built)('hearing with the real engine', () => {
  it('hears live, and afterwards, what it hears in the whole file, at the same times', async () => {
    const whole = await engine.transcribe({ pcm: ANSWER }, model, { signal: never(), report: () => {} })
    const live = answer
    expect(wordErrors(wordsOf(whole), wordsOf(live))).toBeLessThanOrEqual(2)
    expect(wordErrors(wordsOf(whole), wordsOf(await heardAfterwards(ANSWER)))).toBeLessThanOrEqual(2)
    const middleOf = (transcript: Transcript, word: string) =>
      transcript.words.find(({ text }) => text.startsWith(word))!
    for (const word of ['bottleneck', 'ownership', 'independent'])
      expect(Math.abs(middleOf(live, word).startMs - middleOf(whole, word).startMs)).toBeLessThan(1500)
  })

  it('leaves only the last piece for the end', async () => {
    const hearing = hearingOf(ANSWER)
    await speak(hearing, ANSWER)
    const before = asked
    await hearing.finish({ signal: never(), report: () => {} })
    expect(before).toBeGreaterThan(2)
    expect(asked - before).toBeLessThanOrEqual(1)
  })

  it('hears nothing in silence, and does not ask the engine for it', async () => {
    const before = asked
    expect(await heardLive(silence(6000))).toEqual({ words: [], segmentStarts: [] })
    expect(asked).toBe(before)
  })

  it('puts long silence around and inside an answer where it belongs', async () => {
    const half = 32 * 14_000
    const parts = [silence(4000), ANSWER.subarray(0, half), silence(7000), ANSWER.subarray(half), silence(3000)]
    const pcm = new Uint8Array(Buffer.concat(parts))
    const live = await heardLive(pcm)
    expect(wordErrors(wordsOf(answer), wordsOf(live))).toBeLessThanOrEqual(3)
    expect(live.words[0]!.startMs).toBeGreaterThan(3500)
    expect(live.words.filter(({ startMs, endMs }) => startMs > 18_500 && endMs < 24_500)).toEqual([])
  })

  it.skipIf(!canSeeProcesses)('loses nothing when the engine is killed in the middle of a piece', async () => {
    let kills = 0
    const killer = {
      ...engine,
      async transcribe(...request: Parameters<SpeechEngine['transcribe']>) {
        const answer = engine.transcribe(...request)
        if (kills++ === 1) for (const pid of processesWith(paths.server, model.path)) process.kill(pid, 'SIGKILL')
        return answer
      },
    }
    const live = await heardLive(ANSWER, { engine: killer })
    expect(kills).toBeGreaterThan(2)
    expect(wordsOf(live)).toEqual(wordsOf(answer))
  })

  it('cuts by the engine’s own detector where a model for it is there', async () => {
    const live = await heardLive(ANSWER, { voice: (onFrames) => engineVoice(engine, detector, onFrames) })
    expect(wordErrors(wordsOf(answer), wordsOf(live))).toBeLessThanOrEqual(3)
  })

  it('uses its own detector when the engine’s cannot be loaded', async () => {
    const noModel = join(FIXTURES, 'README.md')
    const live = await heardLive(ANSWER, { voice: (onFrames) => engineVoice(engine, noModel, onFrames) })
    expect(wordErrors(wordsOf(answer), wordsOf(live))).toBeLessThanOrEqual(2)
  })
})

describe.skipIf(!built || !shared)('word error rate live on ../shared/speech', () => {
  it('differs by at most 1 % from that of the whole files', async () => {
    const index = JSON.parse(readFileSync(join(SPEECH, 'wav/index.json'), 'utf8')) as { file: string; text: string }[]
    const rates = { whole: 0, live: 0, afterwards: 0 }
    for (const { file, text } of index) {
      const pcm = samplesOf(join(SPEECH, 'wav', file))
      const rateOf = (heard: Transcript) => wordErrorRate(normalWords(text), wordsOf(heard)) / index.length
      rates.whole += rateOf(await engine.transcribe({ pcm }, model, { signal: never(), report: () => {} }))
      rates.live += rateOf(await heardLive(pcm))
      rates.afterwards += rateOf(await heardAfterwards(pcm))
    }
    console.info(
      Object.entries(rates)
        .map(([how, rate]) => `${how} ${(100 * rate).toFixed(2)} %`)
        .join(', '),
    )
    expect(rates.live).toBeLessThanOrEqual(rates.whole + 0.01)
    expect(rates.afterwards).toBeLessThanOrEqual(rates.whole + 0.01)
  }, 240_000)
})

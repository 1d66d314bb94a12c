import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { transcriptText } from '#domain/transcript'
import { createModelStore } from '../../electron/adapters/models/model-store.ts'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../../electron/adapters/whisper/whisper-engine.ts'
import type { SpeechEngine, SpeechModel } from '../../electron/services/ports/speech.ts'
import { canSeeProcesses, processesWith, untilGone, untilThere } from '../processes.ts'
import { normalWords, wordErrorRate } from './word-error-rate.ts'

const ROOT = join(import.meta.dirname, '../..')
const FIXTURES = join(ROOT, 'test/fixtures')
const SPEECH = join(ROOT, '../shared/speech')
const paths = enginePaths(join(ROOT, 'resources'))
const built = existsSync(paths.server)
if (!built) console.warn('skipped: the speech engine is not built (npm run build:engine)')

const WAV = join(FIXTURES, 'build-pipeline.wav')
const options = (signal = new AbortController().signal, report = (_: number) => {}) => ({ signal, report })

let model: SpeechModel
let otherModel: SpeechModel
let engine: SpeechEngine
/** Each test looks at its own engine: the model's path tells them apart. */
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'starbeat-engine-'))
  symlinkSync(join(FIXTURES, 'ggml-micro.en.bin'), join(folder, 'micro.bin'))
  symlinkSync(join(FIXTURES, 'ggml-micro.en.json'), join(folder, 'micro.json'))
  model = await createModelStore('').inspect(join(folder, 'micro.bin'))
  symlinkSync(join(FIXTURES, 'ggml-micro.en.bin'), join(folder, 'other.bin'))
  otherModel = { ...model, path: join(folder, 'other.bin') }
})
afterEach(async () => engine?.close())

describe.skipIf(!built)('the speech engine', () => {
  it('yields words with rising times and probabilities, and progress', async () => {
    engine = createWhisperEngine(paths)
    const progress: number[] = []
    const { words, segmentStarts } = await engine.transcribe(
      { wavPath: WAV },
      model,
      options(undefined, (p) => progress.push(p)),
    )
    const said = 'I was asked to reduce the build to 45 minutes'
    expect(transcriptText(words)).toContain(said)
    expect(words.length).toBeGreaterThan(45)
    const times = words.flatMap((word) => [word.startMs, word.endMs])
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)!).toBeLessThanOrEqual((readFileSync(WAV).length - 44) / 32)
    expect(words.every((word) => word.probability > 0 && word.probability <= 1)).toBe(true)
    expect(segmentStarts.length).toBeGreaterThan(4)
    expect(progress.at(-1)).toBe(1)
    expect(engine.state()).toBe('ready')
  })

  it('hears samples as it hears their file, and says how much it doubts each segment', async () => {
    engine = createWhisperEngine(paths)
    const pcm = new Uint8Array(readFileSync(WAV).subarray(44))
    const [fromFile, fromSamples] = [
      await engine.transcribe({ wavPath: WAV }, model, options()),
      await engine.transcribe({ pcm }, model, options()),
    ]
    expect(fromSamples).toEqual(fromFile)
    expect(fromFile.language).toBe('english')
    expect(fromFile.doubts).toHaveLength(fromFile.segmentStarts.length)
    expect(fromFile.doubts.every(({ noSpeech, logProbability }) => noSpeech < 0.5 && logProbability > -1)).toBe(true)
  })

  it('counts tokens as its own tokeniser does', async () => {
    engine = createWhisperEngine(paths)
    const count = await engine.tokenCounter(model)
    expect([count('the customer said so'), count('CompletableFuture'), count('')]).toEqual([4, 4, 0])
    await expect(engine.tokenCounter({ ...model, path: WAV })).rejects.toMatchObject({ code: 'model-not-ggml' })
  })

  it('stands back behind everything else on the machine', async () => {
    engine = createWhisperEngine(paths)
    await engine.transcribe({ wavPath: WAV }, model, options())
    const [pid] = canSeeProcesses ? processesWith(paths.server, model.path) : []
    if (pid !== undefined) expect(getPriority(pid)).toBeGreaterThan(getPriority(process.pid))
  })

  it.skipIf(!canSeeProcesses)('loads the model once, and frees it when it rests', async () => {
    engine = createWhisperEngine(paths, { idleMs: 1 })
    const states: string[] = []
    engine.onStateChanged(() => states.push(engine.state()))
    await Promise.all([
      engine.transcribe({ wavPath: WAV }, model, options()),
      engine.transcribe({ wavPath: WAV }, model, options()),
    ])
    await untilGone(paths.server, model.path)
    expect(states).toEqual(['loading', 'ready', 'asleep'])
  })

  it('stops at once when it is cancelled, and goes on with the next', async () => {
    engine = createWhisperEngine(paths)
    const abort = new AbortController()
    const long = engine.transcribe(
      { wavPath: WAV },
      model,
      options(abort.signal, () => abort.abort()),
    )
    await expect(long).rejects.toMatchObject({ code: 'cancelled' })
    const { words } = await engine.transcribe({ wavPath: WAV }, model, options())
    expect(words.length).toBeGreaterThan(45)
  })

  it('can be cancelled while the model loads', async () => {
    engine = createWhisperEngine(paths)
    const abort = new AbortController()
    const work = engine.transcribe({ wavPath: WAV }, model, options(abort.signal))
    abort.abort()
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  })

  it.skipIf(!canSeeProcesses)(
    'leaves no engine behind when another model is wanted before the first has started',
    async () => {
      engine = createWhisperEngine(paths)
      engine.warmUp(model)
      engine.warmUp(otherModel)
      await engine.transcribe({ wavPath: WAV }, otherModel, options())
      await untilGone(paths.server, model.path)
    },
  )

  it('keeps the engine of a job at work when another model is warmed up', async () => {
    engine = createWhisperEngine(paths)
    let warmed = false
    const { words } = await engine.transcribe(
      { wavPath: WAV },
      model,
      options(undefined, () => {
        warmed = true
        engine.warmUp(otherModel)
      }),
    )
    expect([warmed, words.length > 45]).toEqual([true, true])
  })

  it('hears with two models at once, one after the other', async () => {
    engine = createWhisperEngine(paths)
    const heard = await Promise.all(
      [model, otherModel, model, otherModel].map((each) => engine.transcribe({ wavPath: WAV }, each, options())),
    )
    expect(heard.map(({ words }) => words)).toEqual(heard.map(() => heard[0]!.words))
    const abort = new AbortController()
    const first = engine.transcribe({ wavPath: WAV }, model, options())
    const waiting = engine.transcribe({ wavPath: WAV }, otherModel, options(abort.signal))
    abort.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect((await first).words).toEqual(heard[0]!.words)
  })

  it.skipIf(!canSeeProcesses)('starts nothing for work that was cancelled, nor once it is closed', async () => {
    engine = createWhisperEngine(paths)
    const work = () => engine.transcribe({ wavPath: WAV }, model, options(AbortSignal.abort()))
    await expect(work()).rejects.toMatchObject({ code: 'cancelled' })
    expect(engine.state()).toBe('asleep')
    await engine.close()
    engine.warmUp(model)
    await expect(engine.transcribe({ wavPath: WAV }, model, options())).rejects.toMatchObject({ code: 'cancelled' })
    expect([engine.state(), processesWith(paths.server, model.path)]).toEqual(['asleep', []])
  })

  it.skipIf(!canSeeProcesses)('says that it failed when it is killed, and starts anew', async () => {
    engine = createWhisperEngine(paths)
    const kill = () => processesWith(paths.server, model.path).forEach((pid) => void process.kill(pid, 'SIGKILL'))
    const cut = engine.transcribe({ wavPath: WAV }, model, options(undefined, kill))
    await expect(cut).rejects.toMatchObject({ code: 'engine-failed' })
    expect(transcriptText((await engine.transcribe({ wavPath: WAV }, model, options())).words)).toContain('45 minutes')
  })

  it.skipIf(!canSeeProcesses)('ends with the app, also when the app is killed', async () => {
    const code = `
      const { createWhisperEngine } = await import(${JSON.stringify(join(ROOT, 'electron/adapters/whisper/whisper-engine.ts'))})
      createWhisperEngine(${JSON.stringify(paths)}).warmUp(${JSON.stringify(model)})
      setInterval(() => {}, 1000)`
    const app = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, stdio: 'inherit' })
    const pid = await untilThere(paths.server, model.path)
    expect(pid).toBeGreaterThan(0)
    app.kill('SIGKILL')
    await once(app, 'exit')
    await untilGone(paths.server, model.path)
  })

  it('refuses a file that is whole but no model it can load', async () => {
    const bytes = readFileSync(join(FIXTURES, 'ggml-micro.en.bin'))
    bytes.writeInt32LE(bytes.readInt32LE(4 * 3) * 2, 4 * 3)
    const file = join(mkdtempSync(join(tmpdir(), 'starbeat-bad-')), 'bad.bin')
    writeFileSync(file, bytes)
    engine = createWhisperEngine(paths)
    const signal = new AbortController().signal
    await expect(engine.tryModel({ ...model, path: file }, signal)).rejects.toMatchObject({ code: 'model-unloadable' })
    await expect(engine.transcribe({ wavPath: WAV }, { ...model, path: file }, options())).rejects.toMatchObject({
      code: 'model-unloadable',
    })
    await expect(engine.tryModel(model, signal)).resolves.toBeUndefined()
  })

  it('refuses what is no sound, and says when a recording is gone', async () => {
    engine = createWhisperEngine(paths)
    const noise = join(FIXTURES, 'README.md')
    await expect(engine.transcribe({ wavPath: noise }, model, options())).rejects.toMatchObject({
      code: 'audio-unreadable',
    })
    await expect(engine.transcribe({ wavPath: '/nowhere.wav' }, model, options())).rejects.toMatchObject({
      code: 'audio-missing',
    })
  })
})

it('says when it was never built', async () => {
  engine = createWhisperEngine(enginePaths('/nowhere'))
  expect([engine.state(), engine.version]).toEqual(['missing', null])
  await expect(engine.transcribe({ wavPath: WAV }, model, options())).rejects.toMatchObject({ code: 'engine-missing' })
  engine.warmUp(model)
  await engine.tryModel(model, new AbortController().signal)
})

const recordings = existsSync(SPEECH)
if (!recordings) console.warn('skipped: ../shared/speech is not here, so its recordings are not recognised')

describe.skipIf(!built || !recordings)('word error rate on ../shared/speech', () => {
  it('is at most 5 % on every recording and 2 % on the whole', async () => {
    engine = createWhisperEngine(paths)
    const shared = await createModelStore('').inspect(join(SPEECH, 'ggml-micro.en.bin'))
    const index = JSON.parse(readFileSync(join(SPEECH, 'wav/index.json'), 'utf8')) as { file: string; text: string }[]
    const rates: number[] = []
    for (const { file, text } of index) {
      const { words } = await engine.transcribe({ wavPath: join(SPEECH, 'wav', file) }, shared, options())
      rates.push(wordErrorRate(normalWords(text), normalWords(transcriptText(words))))
    }
    console.info(index.map(({ file }, at) => `${(100 * rates[at]!).toFixed(1).padStart(5)} %  ${file}`).join('\n'))
    expect(Math.max(...rates)).toBeLessThanOrEqual(0.05)
    expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeLessThanOrEqual(0.02)
  }, 120_000)
})

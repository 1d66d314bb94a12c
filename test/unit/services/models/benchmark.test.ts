import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { CATALOGUE } from '#domain/models/catalogue'
import { PROBES, type Probe, type ProbeTiming } from '#domain/models/speed'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createForeground, type Foreground } from '../../../../electron/services/app/foreground.ts'
import { createJobs, type Jobs } from '../../../../electron/services/app/jobs.ts'
import { type Benchmark, createBenchmark } from '../../../../electron/services/models/benchmark.ts'
import type { Downloads } from '../../../../electron/services/models/downloads.ts'
import { createModelCatalogue, type ModelCatalogue } from '../../../../electron/services/models/model-catalogue.ts'
import type { ModelStore, SpeedProbe } from '../../../../electron/services/ports/model.ts'
import type { SpeechModel } from '../../../../electron/services/ports/speech.ts'
import { ids } from '../fakes.ts'

/** Timings as of a machine that takes a millisecond for every thousand weights. */
const timing = ({ shape }: Probe): ProbeTiming => {
  const shortMs = 40 + (shape.audioLayers * shape.width ** 2) / 1000
  return { shortMs, longMs: shortMs + 20 * shape.textLayers + shape.width / 2 }
}

let settings: Record<string, unknown>
let conditions: SpeedProbe['conditions']
let measure: SpeedProbe['measure']
let onlyEnglish: boolean
let installed: SpeechModel[]
let foreground: Foreground
let jobs: Jobs
let benchmark: Benchmark
let catalogue: ModelCatalogue
beforeEach(() => {
  settings = {}
  conditions = { engineVersion: '1.9.1', threads: 2 }
  measure = async (probes) => probes.map(timing)
  onlyEnglish = true
  installed = []
  foreground = createForeground()
  const events = createEventHub()
  jobs = createJobs({ events, newId: ids('job'), logError: () => {} })
  benchmark = createBenchmark({
    probe: {
      get conditions() {
        return conditions
      },
      measure: (probes, options) => measure(probes, options),
    },
    settings: {
      all: () => settings,
      set: (entries) => void Object.assign(settings, JSON.parse(JSON.stringify(entries))),
    },
    jobs,
    events,
    foreground,
    now: () => 1234,
    logError: () => {},
  })
  catalogue = createModelCatalogue({
    catalogue: CATALOGUE,
    store: {
      list: async () => installed,
      voiceActivity: async () => [{ id: 'ggml-silero-v5.1.2.bin' }],
    } as unknown as ModelStore,
    downloads: {
      list: async () => new Map([['tiny', { state: 'paused', receivedBytes: 5, jobId: null, code: null }]]),
    } as unknown as Downloads,
    benchmark,
    machineMemory: 16e9,
    onlyEnglish: () => onlyEnglish,
    mirror: () => null,
  })
})

const recommended = async () => (await catalogue.view()).models.find((model) => model.recommended)?.id

describe('the benchmark', () => {
  it('measures all probes once, remembers it, and tells the speed of every model', async () => {
    expect((await catalogue.view()).models.every(({ speed }) => speed === null)).toBe(true)
    const asked: (readonly Probe[])[] = []
    measure = async (probes, { report }) => {
      asked.push(probes)
      report(0.5)
      return probes.map(timing)
    }
    const { jobId } = benchmark.start()
    expect(benchmark.start()).toEqual({ jobId })
    expect((await catalogue.view()).measuring).toEqual({ jobId })
    await finished()
    expect(asked).toEqual([PROBES])
    const { models, measuredAt, measuring } = await catalogue.view()
    expect([measuredAt, measuring]).toEqual([1234, null])
    expect(models.filter(({ kind, speed }) => kind === 'speech' && !speed)).toEqual([])
  })

  it('says nothing once the engine or its threads are others', async () => {
    benchmark.start()
    await finished()
    expect(benchmark.result()).not.toBeNull()
    conditions = { engineVersion: '2.0.0', threads: 2 }
    expect(benchmark.result()).toBeNull()
    conditions = { engineVersion: '1.9.1', threads: 8 }
    expect(benchmark.result()).toBeNull()
  })

  it('keeps the former result when it fails or is cancelled', async () => {
    benchmark.start()
    await finished()
    const before = benchmark.result()
    measure = () => Promise.reject(new AppError('engine-missing'))
    benchmark.start()
    await finished()
    expect(benchmark.result()).toEqual(before)
  })

  it('waits for a recording, and gives way to one', async () => {
    const leave = foreground.enter()
    let isMeasuring = false
    const began = Promise.withResolvers<void>()
    measure = (_probes, { signal }) =>
      new Promise((_resolve, reject) => {
        isMeasuring = true
        signal.addEventListener('abort', () => reject(signal.reason))
        began.resolve()
      })
    benchmark.start()
    await catalogue.view()
    expect(isMeasuring).toBe(false)
    leave()
    await began.promise
    foreground.enter()
    await finished()
    expect(benchmark.result()).toBeNull()
  })

  it('ignores a stored result of another form', () => {
    settings = { benchmark: { ...conditions, rates: { fixedMs: 'fast' }, measuredAt: 1 } }
    expect(benchmark.result()).toBeNull()
  })
})

describe('the catalogue', () => {
  it('knows what is on this machine and what is on its way', async () => {
    installed = [{ id: 'ggml-base.en.bin', name: 'base.en' } as SpeechModel]
    const { models, host } = await catalogue.view()
    expect(models.filter((model) => model.installed).map(({ id }) => id)).toEqual(['base.en', 'silero-v5.1.2'])
    expect(models.filter((model) => model.download).map(({ id }) => id)).toEqual(['tiny'])
    expect(host).toBe('huggingface.co')
  })

  it('recommends one model, by the languages of the banks', async () => {
    expect(await recommended()).toBe('base.en-q8_0')
    onlyEnglish = false
    expect(await recommended()).toBe('base-q8_0')
  })

  it('knows the speed of models by their names, and of no others', async () => {
    benchmark.start()
    await finished()
    expect(catalogue.speedOf({ name: 'small.en-q8_0' } as SpeechModel)).toMatchObject({ keepsUp: expect.any(Boolean) })
    expect(catalogue.speedOf({ name: 'my-own' } as SpeechModel)).toBeNull()
  })
})

/** Resolves when no measurement is under way. */
async function finished(): Promise<void> {
  while (benchmark.running()) await new Promise((resolve) => setImmediate(resolve))
}

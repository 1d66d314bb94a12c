import type { CatalogueModel, Catalogue as CatalogueView, Download, ModelSpeed } from '#contract/models'
import type { Catalogue, CatalogueFile, SpeechFile } from '#domain/models/catalogue'
import { memoryBytes } from '#domain/models/memory'
import { OFFICIAL_HOST } from '#domain/models/mirror'
import type { SpeedRates } from '#domain/models/speed'
import { costOf, fitsMemory, recommend } from '#domain/models/suitability'
import type { ModelStore } from '../ports/model.ts'
import type { SpeechModel } from '../ports/speech.ts'
import type { Benchmark } from './benchmark.ts'
import type { Downloads } from './downloads.ts'

export interface ModelCatalogue {
  /** What can be downloaded and how it suits this machine. */
  view(): Promise<CatalogueView>
  /** The measured speed of a model; null when nothing was measured or its shape is not in the catalogue. */
  speedOf(model: SpeechModel): ModelSpeed | null
}

/** Tells what can be downloaded, in the light of what was measured on this machine. */
export function createModelCatalogue(deps: {
  catalogue: Catalogue
  store: ModelStore
  downloads: Downloads
  benchmark: Benchmark
  /** Bytes. */
  machineMemory: number
  /** Whether every bank is in English. */
  onlyEnglish(): boolean
  mirror(): string | null
}): ModelCatalogue {
  const { catalogue, store, benchmark } = deps

  function common(file: CatalogueFile, installed: ReadonlySet<string>, downloads: ReadonlyMap<string, Download>) {
    return {
      id: file.id,
      name: file.id,
      sizeBytes: file.sizeBytes,
      installed: installed.has(file.fileName),
      download: downloads.get(file.id) ?? null,
    }
  }

  const speech = (file: SpeechFile, recommended: string | null, rates: SpeedRates | null) => ({
    kind: 'speech' as const,
    family: file.family,
    memoryBytes: memoryBytes(file),
    multilingual: file.multilingual,
    quantisation: file.quantisation,
    recommended: file.id === recommended,
    fits: fitsMemory(file, deps.machineMemory),
    speed: rates && costOf(rates, file.family, file.quantisation),
  })

  const voiceActivity = (isNewest: boolean) => ({
    kind: 'voice-activity' as const,
    family: 'silero',
    memoryBytes: null,
    multilingual: true,
    quantisation: 'f16',
    recommended: isNewest,
    fits: true,
    speed: null,
  })

  return {
    async view() {
      const [models, detectors, downloads] = await Promise.all([
        store.list(),
        store.voiceActivity(),
        deps.downloads.list(),
      ])
      const installed = new Set([...models, ...detectors].map(({ id }) => id))
      const measured = benchmark.result()
      const rates = measured?.rates ?? null
      const recommended = recommend(catalogue, { memoryBytes: deps.machineMemory, rates }, deps.onlyEnglish())
      const listed: CatalogueModel[] = [
        ...catalogue.speech.map((file) => ({
          ...common(file, installed, downloads),
          ...speech(file, recommended, rates),
        })),
        ...catalogue.voiceActivity.map((file, i) => ({
          ...common(file, installed, downloads),
          ...voiceActivity(i === 0),
        })),
      ]
      return {
        models: listed,
        measuredAt: measured?.measuredAt ?? null,
        measuring: benchmark.running(),
        host: (deps.mirror() ?? OFFICIAL_HOST).replace(/^https?:\/\//, ''),
      }
    },
    speedOf(model) {
      const measured = benchmark.result()
      const file = catalogue.speech.find(({ fileName }) => `ggml-${model.name}.bin` === fileName)
      return measured && file ? costOf(measured.rates, file.family, file.quantisation) : null
    },
  }
}

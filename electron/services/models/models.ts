import type { ModelInfo, ModelSpeed, VoiceActivityInfo } from '#contract/models'
import { AppError } from '#domain/errors'
import type { EventHub } from '../app/events.ts'
import type { CheckedModel, IncomingModel, ModelStore } from '../ports/model.ts'
import type { SpeechEngine, SpeechModel } from '../ports/speech.ts'
import type { SettingsStore } from '../ports/stores.ts'

const ACTIVE_KEY = 'activeModelId'
const SECOND_PASS_KEY = 'secondPassModelId'
const PRIMED_KEY = 'primedModels'

export interface Models {
  /** The models on this machine; `speedOf` tells what is known of their speed. */
  list(speedOf: (model: SpeechModel) => ModelSpeed | null): Promise<ModelInfo[]>
  listVoiceActivity(): Promise<VoiceActivityInfo[]>
  /** The model that hears answers; null when there is none. */
  active(): Promise<SpeechModel | null>
  /** The model that hears every answer once more; null when there is none or it is the active one. */
  thorough(): Promise<SpeechModel | null>
  /** Whether the model is given the names of the story before it listens. */
  primes(model: SpeechModel): boolean
  /** Where the voice-activity model lies; null when there is none. */
  voiceActivityModel(): Promise<string | null>
  /** Uses a model from where it lies until the app ends. Throws like an upload that is refused. */
  borrow(path: string): Promise<SpeechModel>
  /**
   * Checks a file that arrived, lets the engine load it once and gives it its place among the models. Throws
   * `model-not-ggml`, `model-truncated` or `model-unloadable`; the file is then still the caller's.
   */
  install(incoming: IncomingModel, signal: AbortSignal): Promise<CheckedModel>
  activate(modelId: string): Promise<void>
  setSecondPass(modelId: string | null): Promise<void>
  setPrimed(modelId: string, primed: boolean): Promise<void>
  remove(modelId: string): Promise<void>
  totalBytes(): Promise<number>
}

/** Knows the speech models and what each is used for. A file becomes a model only after it was checked and loaded once. */
export function createModels(deps: {
  store: ModelStore
  settings: SettingsStore
  engine: SpeechEngine
  events: EventHub
}): Models {
  const { store, settings, engine, events } = deps
  let borrowed: SpeechModel | null = null

  const all = async () => (borrowed ? [borrowed, ...(await store.list())] : store.list())

  function activeOf(models: readonly SpeechModel[]): SpeechModel | null {
    if (borrowed) return borrowed
    return models.find((model) => model.id === settings.all()[ACTIVE_KEY]) ?? models[0] ?? null
  }

  function thoroughOf(models: readonly SpeechModel[]): SpeechModel | null {
    const chosen = models.find((model) => model.id === settings.all()[SECOND_PASS_KEY]) ?? null
    return chosen?.id === activeOf(models)?.id ? null : chosen
  }

  function primes(model: SpeechModel): boolean {
    const chosen = primedOf(settings.all()[PRIMED_KEY])[model.id]
    return chosen ?? model.decoding.prompt !== null
  }

  async function known(modelId: string): Promise<SpeechModel> {
    const model = (await all()).find(({ id }) => id === modelId)
    if (!model) throw new AppError('not-found')
    return model
  }

  function change(key: string, value: unknown): void {
    settings.set({ [key]: value })
    events.emit('models.changed', {})
  }

  return {
    async list(speedOf) {
      const models = await all()
      const [current, thorough] = [activeOf(models)?.id, thoroughOf(models)?.id]
      return models.map((model) => ({
        id: model.id,
        name: model.name,
        sizeBytes: model.sizeBytes,
        multilingual: model.multilingual,
        borrowed: model.borrowed,
        active: model.id === current,
        secondPass: model.id === thorough,
        primed: primes(model),
        speed: speedOf(model),
      }))
    },
    async listVoiceActivity() {
      return (await store.voiceActivity()).map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes }))
    },
    active: async () => activeOf(await all()),
    thorough: async () => thoroughOf(await all()),
    primes,
    // The newest version where there are several: their names end in it.
    voiceActivityModel: async () => (await store.voiceActivity()).at(-1)?.path ?? null,
    async borrow(path) {
      borrowed = await store.inspect(path)
      return borrowed
    },
    async install(incoming, signal) {
      const checked = await incoming.check()
      if (checked.kind === 'speech') await engine.tryModel(checked.model, signal)
      signal.throwIfAborted()
      const installed = await incoming.install()
      events.emit('models.changed', {})
      return installed
    },
    async activate(modelId) {
      await known(modelId)
      // Choosing ends the borrowing of another model; a borrowed one is not remembered beyond this run.
      if (borrowed?.id === modelId) return
      borrowed = null
      change(ACTIVE_KEY, modelId)
    },
    async setSecondPass(modelId) {
      if (modelId !== null) await known(modelId)
      change(SECOND_PASS_KEY, modelId)
    },
    async setPrimed(modelId, primed) {
      await known(modelId)
      change(PRIMED_KEY, { ...primedOf(settings.all()[PRIMED_KEY]), [modelId]: primed })
    },
    async remove(modelId) {
      await store.remove(modelId)
      // A model of this name that comes back later is a new one: nothing was chosen for it.
      const { [PRIMED_KEY]: chosen, ...uses } = settings.all()
      for (const key of [ACTIVE_KEY, SECOND_PASS_KEY]) if (uses[key] === modelId) settings.set({ [key]: null })
      const { [modelId]: _gone, ...primed } = primedOf(chosen)
      change(PRIMED_KEY, primed)
    },
    totalBytes: () => store.totalBytes(),
  }
}

/** What the user chose, model by model; a stored value of another form counts as nothing chosen. */
function primedOf(stored: unknown): Record<string, boolean> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === 'boolean'))
}

import type { ModelInfo } from '#contract/app'
import { AppError } from '#domain/errors'
import type { EventHub } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { ModelStore, ModelUpload, NewId, SettingsStore, SpeechEngine, SpeechModel } from './ports.ts'

const ACTIVE_KEY = 'activeModelId'

export interface Models {
  list(): Promise<ModelInfo[]>
  active(): Promise<SpeechModel | null>
  /** Uses a model from where it lies until the app ends. Throws like an upload that is refused. */
  borrow(path: string): Promise<SpeechModel>
  beginAdd(fileName: string, sizeBytes: number): Promise<{ uploadId: string }>
  append(uploadId: string, sequence: number, bytes: Uint8Array): Promise<void>
  finishAdd(uploadId: string): Promise<{ modelId: string }>
  cancelAdd(uploadId: string): Promise<void>
  activate(modelId: string): Promise<void>
  remove(modelId: string): Promise<void>
  totalBytes(): Promise<number>
  /** Abandons uploads that were never finished. */
  close(): Promise<void>
}

interface OpenUpload {
  readonly upload: ModelUpload
  nextSequence: number
}

/** Knows the speech models and which one is used. A file becomes a model only after it was checked and loaded once. */
export function createModels(deps: {
  store: ModelStore
  settings: SettingsStore
  engine: SpeechEngine
  jobs: Jobs
  events: EventHub
  newId: NewId
}): Models {
  const { store, settings, engine, events } = deps
  const uploads = new Map<string, OpenUpload>()
  let borrowed: SpeechModel | null = null

  const all = async () => (borrowed ? [borrowed, ...(await store.list())] : store.list())

  function activeOf(models: readonly SpeechModel[]): SpeechModel | null {
    if (borrowed) return borrowed
    return models.find((model) => model.id === settings.all()[ACTIVE_KEY]) ?? models[0] ?? null
  }

  function opened(uploadId: string): OpenUpload {
    const upload = uploads.get(uploadId)
    if (!upload) throw new AppError('not-found')
    return upload
  }

  /** Choosing ends the borrowing of another model; a borrowed one is not remembered beyond this run. */
  function makeActive(modelId: string): void {
    if (borrowed?.id === modelId) return
    borrowed = null
    settings.set({ [ACTIVE_KEY]: modelId })
    events.emit('models.changed', {})
  }

  async function cancelAdd(uploadId: string): Promise<void> {
    const open = uploads.get(uploadId)
    uploads.delete(uploadId)
    await open?.upload.abandon()
  }

  return {
    active: async () => activeOf(await all()),
    async list() {
      const models = await all()
      const current = activeOf(models)
      return models.map(({ id, name, sizeBytes, multilingual, borrowed }) => ({
        id,
        name,
        sizeBytes,
        multilingual,
        borrowed,
        active: id === current?.id,
      }))
    },
    async borrow(path) {
      borrowed = await store.inspect(path)
      return borrowed
    },
    async beginAdd(fileName, sizeBytes) {
      const uploadId = deps.newId()
      uploads.set(uploadId, { upload: await store.receive(fileName, sizeBytes), nextSequence: 0 })
      return { uploadId }
    },
    async append(uploadId, sequence, bytes) {
      const open = opened(uploadId)
      if (sequence !== open.nextSequence) throw new AppError('bad-request', { detail: 'chunk out of turn' })
      open.nextSequence++
      await open.upload.append(bytes)
    },
    async finishAdd(uploadId) {
      const { upload } = opened(uploadId)
      try {
        const job = deps.jobs.run('model-check', uploadId, async (signal) => {
          await engine.tryModel(await upload.check(), signal)
          return upload.install()
        })
        const model = await job.done
        makeActive(model.id)
        return { modelId: model.id }
      } catch (error) {
        await upload.abandon()
        throw error
      } finally {
        uploads.delete(uploadId)
      }
    },
    cancelAdd,
    async activate(modelId) {
      if (!(await all()).some((model) => model.id === modelId)) throw new AppError('not-found')
      makeActive(modelId)
    },
    async remove(modelId) {
      await store.remove(modelId)
      events.emit('models.changed', {})
    },
    totalBytes: () => store.totalBytes(),
    async close() {
      await Promise.all([...uploads.keys()].map(cancelAdd))
    },
  }
}

import { AppError } from '#domain/errors'
import type { Jobs } from '../app/jobs.ts'
import type { ModelStore, ModelUpload } from '../ports/model.ts'
import type { NewId } from '../ports/stores.ts'
import type { Models } from './models.ts'

export interface ModelUploads {
  begin(fileName: string, sizeBytes: number): Promise<{ uploadId: string }>
  append(uploadId: string, sequence: number, bytes: Uint8Array): Promise<void>
  /** Installs the file; a speech model is then the active one. Throws like `Models.install`; nothing changes then. */
  finish(uploadId: string): Promise<{ modelId: string }>
  cancel(uploadId: string): Promise<void>
  /** Abandons uploads that were never finished. */
  close(): Promise<void>
}

interface OpenUpload {
  readonly upload: ModelUpload
  nextSequence: number
}

/** Takes model files that the user chose, piece by piece. */
export function createModelUploads(deps: {
  store: ModelStore
  models: Models
  jobs: Jobs
  newId: NewId
}): ModelUploads {
  const { store, models, jobs } = deps
  const uploads = new Map<string, OpenUpload>()

  function opened(uploadId: string): OpenUpload {
    const upload = uploads.get(uploadId)
    if (!upload) throw new AppError('not-found')
    return upload
  }

  async function cancel(uploadId: string): Promise<void> {
    const open = uploads.get(uploadId)
    uploads.delete(uploadId)
    await open?.upload.abandon()
  }

  return {
    async begin(fileName, sizeBytes) {
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
    async finish(uploadId) {
      const { upload } = opened(uploadId)
      try {
        const installed = await jobs.run('model-check', uploadId, (signal) => models.install(upload, signal)).done
        if (installed.kind === 'speech') await models.activate(installed.model.id)
        return { modelId: installed.model.id }
      } catch (error) {
        await upload.abandon()
        throw error
      } finally {
        uploads.delete(uploadId)
      }
    },
    cancel,
    async close() {
      await Promise.all([...uploads.keys()].map(cancel))
    },
  }
}

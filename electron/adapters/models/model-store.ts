import { mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '#domain/errors'
import type { CheckedModel, ModelStore } from '../../services/ports/model.ts'
import { asDiskError, folderBytes, writeAt } from '../disk.ts'
import { decodingSettings } from './decoding.ts'
import { checkModelFile, type GgmlHeader, type ModelHead, readModelHead } from './ggml-file.ts'
import { incomingModel } from './incoming.ts'

/** The vocabulary of Whisper's multilingual models is larger than that of the English ones (51864). */
const isMultilingual = (header: GgmlHeader): boolean => header.vocabulary >= 51_865

/** The time of one position of the audio window (two mel frames of 10 ms). */
const POSITION_MS = 20

/** How an upload is called while it arrives, and whatever else does not outlive the app. */
export const PART_ENDING = '.part'

/** What a model is called: its file name without what all of them share. */
const shortName = (fileName: string): string => fileName.replace(/^ggml-/, '').replace(/\.bin$/i, '')

async function describe(path: string, name: string, id: string, head: ModelHead): Promise<CheckedModel> {
  const sizeBytes = (await stat(path)).size
  const common = { id, name: shortName(name), path, sizeBytes }
  if (head.kind === 'voice-activity') return { kind: 'voice-activity', model: common }
  const { header } = head
  return {
    kind: 'speech',
    model: {
      ...common,
      multilingual: isMultilingual(header),
      borrowed: false,
      decoding: await decodingSettings(path, header),
      windowMs: POSITION_MS * header.audioContext,
    },
  }
}

/** Says what the whole model file at a path is, under its future name. Throws for what is no whole model. */
export const inspectModel = async (path: string, name: string): Promise<CheckedModel> =>
  describe(path, name, name, await checkModelFile(path))

/** Models in one folder; a file is only visible there once it was checked. */
export function createModelStore(folder: string): ModelStore {
  async function own(): Promise<CheckedModel[]> {
    const names = await readdir(folder).catch((): string[] => [])
    const models = await Promise.all(
      names
        .filter((name) => /\.bin$/i.test(name))
        .sort()
        .map((name) => ownModel(name)),
    )
    return models.filter((model) => model !== null)
  }

  async function ownModel(name: string): Promise<CheckedModel | null> {
    const path = join(folder, name)
    // One that cannot be read, or was removed since it was listed, is no model.
    return readModelHead(path)
      .then((head) => describe(path, name, name, head))
      .catch(() => null)
  }

  return {
    async list() {
      return (await own()).flatMap((one) => (one.kind === 'speech' ? [one.model] : []))
    },
    async voiceActivity() {
      return (await own()).flatMap((one) => (one.kind === 'voice-activity' ? [one.model] : []))
    },
    async inspect(path) {
      const absolute = resolve(path)
      const name = basename(absolute)
      const checked = await describe(absolute, name, `file:${name}`.slice(0, 64), await checkModelFile(absolute))
      if (checked.kind !== 'speech') throw new AppError('model-not-ggml')
      return { ...checked.model, borrowed: true }
    },
    async receive(fileName, sizeBytes) {
      await asDiskError(mkdir(folder, { recursive: true }))
      const name = safeName(fileName)
      const partPath = join(folder, `${name}.${Date.now()}${PART_ENDING}`)
      const file = await asDiskError(open(partPath, 'wx'))
      const incoming = incomingModel({ partPath, folder, name, inspect: inspectModel })
      let received = 0
      return {
        ...incoming,
        async append(bytes) {
          if (received + bytes.byteLength > sizeBytes)
            throw new AppError('bad-request', { detail: 'more than announced' })
          const position = received
          received += bytes.byteLength
          await writeAt(file, bytes, position)
        },
        async check() {
          await asDiskError(file.sync())
          await file.close()
          if (received !== sizeBytes) throw new AppError('model-truncated')
          return incoming.check()
        },
        async abandon() {
          await file.close().catch(() => {})
          await incoming.abandon()
        },
      }
    },
    async remove(modelId) {
      const known = (await readdir(folder).catch((): string[] => [])).includes(modelId)
      if (!known) throw new AppError('not-found')
      await asDiskError(unlink(join(folder, modelId)))
    },
    totalBytes: () => folderBytes(folder),
    async removeLeftovers() {
      const names = await readdir(folder).catch((): string[] => [])
      const leftovers = names.filter((name) => name.endsWith(PART_ENDING))
      await Promise.all(
        leftovers.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => {})),
      )
    },
  }
}

/** A file name that is only a name, ends in .bin and fits an id. */
function safeName(fileName: string): string {
  const plain = basename(fileName.replaceAll('\\', '/')).replaceAll(/[^\w.-]+/g, '-')
  const stem = plain
    .replace(/\.bin$/i, '')
    .replace(/^\.+/, '')
    .slice(0, 58)
  return `${stem || 'model'}.bin`
}

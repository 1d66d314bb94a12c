import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '#domain/errors'
import type { ModelStore, SpeechModel } from '../../services/ports.ts'
import { asDiskError, folderBytes, writeAt } from '../disk.ts'
import { decodingSettings } from './decoding.ts'
import { checkGgmlFile, type GgmlHeader, readGgmlHeader } from './ggml-file.ts'

/** The vocabulary of Whisper's multilingual models is larger than that of the English ones (51864). */
const isMultilingual = (header: GgmlHeader): boolean => header.vocabulary >= 51_865

/** How a file is called while it arrives. */
const PART_ENDING = '.part'

/** Speech models in one folder; a file is only visible there once it was checked. */
export function createModelStore(folder: string): ModelStore {
  async function modelAt(path: string, id: string, header: GgmlHeader, borrowed: boolean): Promise<SpeechModel> {
    return {
      id,
      name: basename(path)
        .replace(/^ggml-/, '')
        .replace(/\.bin$/i, ''),
      path,
      sizeBytes: (await stat(path)).size,
      multilingual: isMultilingual(header),
      borrowed,
      decoding: await decodingSettings(path, header),
    }
  }

  async function ownModel(name: string): Promise<SpeechModel | null> {
    const path = join(folder, name)
    const header = await readGgmlHeader(path).catch(() => null)
    return header && modelAt(path, name, header, false)
  }

  return {
    async list() {
      const names = await readdir(folder).catch(() => [])
      const models = await Promise.all(
        names
          .filter((name) => /\.bin$/i.test(name))
          .sort()
          .map(ownModel),
      )
      return models.filter((model) => model !== null)
    },
    async inspect(path) {
      const absolute = resolve(path)
      return modelAt(absolute, `file:${basename(absolute)}`.slice(0, 64), await checkGgmlFile(absolute), true)
    },
    async receive(fileName, sizeBytes) {
      await asDiskError(mkdir(folder, { recursive: true }))
      const name = safeName(fileName)
      const partPath = join(folder, `${name}.${Date.now()}${PART_ENDING}`)
      const file = await asDiskError(open(partPath, 'wx'))
      let received = 0
      return {
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
          return modelAt(partPath, name, await checkGgmlFile(partPath), false)
        },
        async install() {
          await rename(partPath, join(folder, name))
          const model = await ownModel(name)
          if (!model) throw new AppError('model-missing')
          return model
        },
        async abandon() {
          await file.close().catch(() => {})
          await rm(partPath, { force: true })
        },
      }
    },
    async remove(modelId) {
      const known = (await readdir(folder).catch((): string[] => [])).includes(modelId)
      if (!known) throw new AppError('not-found')
      await rm(join(folder, modelId))
    },
    totalBytes: () => folderBytes(folder),
    async removeLeftovers() {
      const names = await readdir(folder).catch((): string[] => [])
      const leftovers = names.filter((name) => name.endsWith(PART_ENDING))
      await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true }).catch(() => {})))
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

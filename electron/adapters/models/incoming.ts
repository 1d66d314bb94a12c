import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedModel, IncomingModel } from '../../services/ports/model.ts'
import { asDiskError } from '../disk.ts'

export interface Arrival {
  /** Where the file is while it does not count. */
  readonly partPath: string
  /** The folder of the models, and the name that the file gets there. */
  readonly folder: string
  readonly name: string
  /** Reads a file and says what it is, under a name. Throws for what is no whole model. */
  inspect(path: string, name: string): Promise<CheckedModel>
}

/** A file that lies whole beside the models: it is checked where it is and then renamed, so that none is ever half there. */
export function incomingModel({ partPath, folder, name, inspect }: Arrival): IncomingModel {
  const place = join(folder, name)
  return {
    check: () => inspect(partPath, name),
    async install() {
      await asDiskError(rename(partPath, place))
      await syncFolder(folder)
      return inspect(place, name)
    },
    abandon: () => rm(partPath, { force: true }),
  }
}

/** Makes a rename last; Windows has no handle on folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

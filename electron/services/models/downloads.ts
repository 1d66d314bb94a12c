import type { Download } from '#contract/models'
import { AppError, type ErrorCode, errorCode } from '#domain/errors'
import { type Catalogue, type CatalogueFile, catalogueFiles } from '#domain/models/catalogue'
import { fileUrl } from '#domain/models/mirror'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { Jobs } from '../app/jobs.ts'
import type { ModelDownload, ModelDownloads } from '../ports/model.ts'
import type { Models } from './models.ts'

export interface Downloads {
  /** Downloads that are not over, by catalogue id; also those that an earlier run of the app left. */
  list(): Promise<Map<string, Download>>
  /** Begins, or goes on where it stopped; the file is then installed, and used when there was no model before. */
  start(catalogueId: string): void
  /** Stops and keeps what arrived. */
  pause(catalogueId: string): Promise<void>
  /** Stops and deletes what arrived. */
  discard(catalogueId: string): Promise<void>
}

/** A download that this run of the app knows of. */
interface Entry {
  readonly download: ModelDownload
  readonly job: { readonly id: string; readonly ended: Promise<void> }
  receivedBytes: number
  state: 'fetching' | 'checking' | 'paused' | 'failed'
  code: ErrorCode | null
}

/** Fetches models of the catalogue, one at a time, and installs them. */
export function createDownloads(deps: {
  catalogue: Catalogue
  downloads: ModelDownloads
  models: Models
  jobs: Jobs
  events: EventHub
  foreground: Foreground
  /** The server to ask; null is the official one. */
  mirror(): string | null
}): Downloads {
  const { downloads, models, jobs, events } = deps
  const entries = new Map<string, Entry>()
  const changed = () => events.emit('models.changed', {})

  function fileOf(catalogueId: string): CatalogueFile {
    const file = catalogueFiles(deps.catalogue).find(({ id }) => id === catalogueId)
    if (!file) throw new AppError('not-found')
    return file
  }

  async function install(entry: Entry, signal: AbortSignal): Promise<void> {
    entry.state = 'checking'
    changed()
    // To try a model takes its memory a second time and every core: a recording comes first.
    await deps.foreground.whenFree(signal)
    const before = await models.active()
    const installed = await models.install(entry.download, signal)
    if (installed.kind === 'speech' && !before) await models.activate(installed.model.id)
  }

  function begin(file: CatalogueFile): Entry {
    const download = downloads.open(file)
    const url = fileUrl(deps.mirror(), file.repository, file.fileName)
    const { id, done } = jobs.run('download', file.id, async (signal, report) => {
      changed()
      const onBytes = (receivedBytes: number) => {
        entry.receivedBytes = receivedBytes
        report(inThousandths(receivedBytes / file.sizeBytes))
      }
      await download.fetch({ url, signal, report: onBytes })
      await install(entry, signal)
    })
    const ended = done.then(
      () => void entries.delete(file.id),
      (error) => {
        const code = errorCode(error)
        entry.state = code === 'cancelled' ? 'paused' : 'failed'
        entry.code = code === 'cancelled' ? null : code
        if (code === 'download-damaged') entry.receivedBytes = 0
      },
    )
    const entry: Entry = {
      download,
      job: { id, ended: ended.then(changed) },
      receivedBytes: 0,
      state: 'fetching',
      code: null,
    }
    return entry
  }

  async function stop(catalogueId: string): Promise<void> {
    const entry = entries.get(catalogueId)
    if (!entry) return
    const isWaiting = jobs.of(catalogueId, 'download')?.state === 'waiting'
    jobs.cancel(entry.job.id)
    // A job that waits ends when its turn comes; nothing of it is under way until then.
    if (isWaiting) entry.state = 'paused'
    else await entry.job.ended
    changed()
  }

  return {
    async list() {
      const partial = await downloads.partial()
      const found = catalogueFiles(deps.catalogue).map((file) => {
        const entry = entries.get(file.id)
        const left = partial.get(file.fileName)
        if (entry)
          return [file.id, described(entry, jobs.of(file.id, 'download')?.state === 'waiting', left ?? 0)] as const
        return left === undefined ? null : ([file.id, leftBehind(left)] as const)
      })
      return new Map(found.filter((one) => one !== null))
    },
    start(catalogueId) {
      const file = fileOf(catalogueId)
      const isUnderWay = ['fetching', 'checking'].includes(entries.get(catalogueId)?.state ?? '')
      if (isUnderWay) return
      entries.set(catalogueId, begin(file))
      changed()
    },
    pause: stop,
    async discard(catalogueId) {
      const file = fileOf(catalogueId)
      await stop(catalogueId)
      // It may have become a model in the meantime; then there is nothing left of the download.
      await downloads.open(file).abandon()
      entries.delete(catalogueId)
      changed()
    },
  }
}

function described(entry: Entry, isWaiting: boolean, bytesOnDisk: number): Download {
  const isFetching = entry.state === 'fetching'
  return {
    state: isFetching ? (isWaiting ? 'waiting' : 'running') : (entry.state as 'checking' | 'paused' | 'failed'),
    receivedBytes: Math.max(entry.receivedBytes, isFetching ? 0 : bytesOnDisk),
    jobId: isFetching || entry.state === 'checking' ? entry.job.id : null,
    code: entry.code,
  }
}

const leftBehind = (receivedBytes: number): Download => ({ state: 'paused', receivedBytes, jobId: null, code: null })

/** Progress in steps that are worth telling: a chunk of the network is a hundred-thousandth of a large model. */
const inThousandths = (fraction: number): number => Math.floor(1000 * fraction) / 1000

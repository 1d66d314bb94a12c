import { useCallback, useEffect, useState } from 'react'
import type { Job } from '#contract/app'
import type { CatalogueModel } from '#contract/models'
import { useClient, useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { useJob } from '../shared/use-job.ts'

/** What can be downloaded and how it suits this machine; undefined until it is read. */
export const useCatalogue = () => useRead('models.catalogue', {}).data

/** What can be done with the download of a model. */
export function useDownload(catalogueId: string) {
  const start = useWrite('models.download')
  const pause = useWrite('models.pauseDownload')
  const discard = useWrite('models.discardDownload')
  const guard = useGuard()
  return {
    start: useCallback(() => guard(() => start({ catalogueId })), [start, guard, catalogueId]),
    pause: useCallback(() => guard(() => pause({ catalogueId })), [pause, guard, catalogueId]),
    discard: useCallback(() => guard(() => discard({ catalogueId })), [discard, guard, catalogueId]),
  }
}

/** How much of a model has arrived (0-1), as it arrives. */
export function useArrived({ id, download, sizeBytes }: Pick<CatalogueModel, 'id' | 'download' | 'sizeBytes'>): number {
  const client = useClient()
  const [job, setJob] = useState<Job | null>(null)
  // Followed by its subject: the first news come before the id of the job has been read.
  useEffect(
    () =>
      client.on('job.changed', (changed) => {
        if (changed.kind === 'download' && changed.subjectId === id) setJob(changed)
      }),
    [client, id],
  )
  const told = job !== null && job.id === download?.jobId ? job.progress : 0
  return Math.max((download?.receivedBytes ?? 0) / sizeBytes, told)
}

/** The measuring of this machine: its progress (0-1) while it runs, else null; the way to start and to cancel it. */
export function useMeasuring(jobId: string | null) {
  const { job, cancel } = useJob(jobId)
  const measure = useWrite('models.measure')
  const guard = useGuard()
  return {
    progress: jobId === null ? null : (job?.progress ?? 0),
    cancel,
    start: useCallback(() => guard(() => measure({})), [measure, guard]),
  }
}

import { useCallback } from 'react'
import type { CatalogueModel } from '#contract/models'
import { useRead, useWrite } from '../shared/use-core.ts'
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
export function useArrived({ download, sizeBytes }: Pick<CatalogueModel, 'download' | 'sizeBytes'>): number {
  const { job } = useJob(download?.jobId ?? null)
  return Math.max((download?.receivedBytes ?? 0) / sizeBytes, job?.progress ?? 0)
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

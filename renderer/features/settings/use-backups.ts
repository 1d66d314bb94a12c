import { useCallback, useRef, useState } from 'react'
import type { Job } from '#contract/app'
import type { Client } from '#contract/client'
import { errorCode } from '#domain/errors'
import { useToasts } from '../../ui/toast.tsx'
import { saveUrl } from '../shared/save-file.ts'
import { useClient, useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** The backups that there are; undefined until they are read. */
export const useBackups = () => useRead('backups.view', {})

/** Where both hosts serve an archive; relative to the page. */
const backupUrl = (name: string): string => `backups/${encodeURIComponent(name)}`

/** Saves an archive where the user keeps such things. */
export const saveBackup = (name: string): void => saveUrl(backupUrl(name), name)

/** Follows the job of a request: `show` gets its progress; the answer cancels it, `stop` ends the following. */
export function followJob(client: Client, kind: Job['kind'], requestId: string, show: (progress: number) => void) {
  let jobId: string | null = null
  let isCancelled = false
  const cancel = () => {
    isCancelled = true
    if (jobId) void client.call('jobs.cancel', { jobId }).catch(() => {})
  }
  const stop = client.on('job.changed', (job) => {
    if (job.kind !== kind || job.subjectId !== requestId) return
    const isNew = jobId === null
    jobId = job.id
    if (isNew && isCancelled) cancel()
    if (job.state === 'running') show(job.progress)
  })
  return { cancel, stop }
}

/** Makes an archive of everything and saves it; `progress` (0-1) is null while none is being made. */
export function useMakeBackup() {
  const client = useClient()
  const guard = useGuard()
  const toasts = useToasts()
  const [progress, setProgress] = useState<number | null>(null)
  const running = useRef<(() => void) | null>(null)
  const make = useCallback(
    (includesModels: boolean) =>
      guard(async () => {
        const requestId = crypto.randomUUID()
        const { cancel, stop } = followJob(client, 'backup', requestId, setProgress)
        running.current = cancel
        setProgress(0)
        try {
          const { name } = await client.call('backups.create', { requestId, includesModels })
          saveBackup(name)
          toasts.show({ text: 'The backup is whole and being saved', tag: 'exported' })
        } catch (error) {
          if (errorCode(error) !== 'cancelled') throw error
        } finally {
          stop()
          setProgress(null)
        }
      }),
    [client, guard, toasts],
  )
  return { progress, make, cancel: useCallback(() => running.current?.(), []) }
}

/** Deletes something from the folder of backups. */
export function useRemoveBackup(): (name: string) => Promise<unknown> {
  const remove = useWrite('backups.remove')
  const guard = useGuard()
  return useCallback((name) => guard(() => remove({ name })), [remove, guard])
}

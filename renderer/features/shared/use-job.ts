import { useEffect, useState } from 'react'
import type { Job } from '#contract/app'
import { useClient, useWrite } from './use-core.ts'

/** The newest word on a job (null until there is one) and the way to cancel it. */
export function useJob(jobId: string | null) {
  const client = useClient()
  const cancelJob = useWrite('jobs.cancel')
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => {
    setJob(null)
    if (jobId) return client.on('job.changed', (changed) => changed.id === jobId && setJob(changed))
  }, [client, jobId])
  return { job, cancel: () => (jobId ? cancelJob({ jobId }) : Promise.resolve(null)) }
}

import { useEffect, useState } from 'react'
import type { Agreement } from '#contract/labels'
import { useClient, useRead } from '../shared/use-core.ts'

/** How well Starbeat agrees with its user, how far (0-1) finding out has come, and the refusal if it cannot say. */
export function useAgreement(): {
  readonly agreement: Agreement | undefined
  readonly progress: number
  readonly error: unknown
} {
  const client = useClient()
  const { data, error } = useRead('labels.agreement', {})
  const [progress, setProgress] = useState(0)
  useEffect(() => client.on('job.changed', (job) => job.kind === 'agreement' && setProgress(job.progress)), [client])
  return { agreement: data, progress, error }
}

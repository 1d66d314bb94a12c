import type { Agreement } from '#contract/labels'
import { useRead } from '../shared/use-core.ts'

/** How well Starbeat agrees with its user, and the refusal if it cannot say. */
export function useAgreement(): { readonly agreement: Agreement | undefined; readonly error: unknown } {
  const { data, error } = useRead('labels.agreement', {})
  return { agreement: data, error }
}

import { useSearchParams } from 'wouter'
import type { Session } from '#contract/sessions'
import { useSession } from './use-sessions.ts'

/** The session that a report was opened from, and the place of its attempt in it. */
export interface Onward {
  readonly session: Session
  readonly position: number
}

/** Where a report leads on to: null where it was not opened from a session. */
export function useOnward(attemptId: string): Onward | null {
  const [search] = useSearchParams()
  const { data: session } = useSession(search.get('session'))
  const item = session?.items.find((each) => each.attemptId === attemptId)
  return session && item ? { session, position: item.position } : null
}

import { useRead } from '../shared/use-core.ts'
import { useCandidates } from './use-sessions.ts'

/** The stories that an answer may have told, and all others. */
export function useStoryChoices(sessionId: string, position: number) {
  const candidates = useCandidates(sessionId, position)
  const stories = useRead('stories.list', {}).data
  return { candidates, stories }
}

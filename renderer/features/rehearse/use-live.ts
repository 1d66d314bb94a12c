import type { LiveHearing } from '#contract/attempts'
import { useRead } from '../shared/use-core.ts'
import type { RecordingState } from './recording-state.ts'

const NOBODY: LiveHearing = { state: 'off', said: [] }

/** What is heard of the answer while it is spoken. */
export function useLive(state: RecordingState): LiveHearing {
  const attemptId = 'attemptId' in state ? state.attemptId : ''
  return useRead('recordings.live', { attemptId }, attemptId !== '').data ?? NOBODY
}

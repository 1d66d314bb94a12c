import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { SessionSetup } from '#domain/practice/session'
import { sessionPath } from '../shared/paths.ts'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** Sessions that were begun and not ended, newest first. */
export function useOpenSessions() {
  return useRead('sessions.list', {}).data?.filter(({ endedAt }) => endedAt === null) ?? []
}

/** Mock interviews that are over and have an answer, newest first. */
export function usePastInterviews() {
  const sessions = useRead('sessions.list', {}).data ?? []
  return sessions.filter(({ endedAt, setup, answered }) => endedAt !== null && setup.kind === 'mock' && answered > 0)
}

/** Begins a session and goes there. */
export function useStartSession(): (setup: SessionSetup) => Promise<unknown> {
  const start = useWrite('sessions.start')
  const guard = useGuard()
  const [, navigate] = useLocation()
  return useCallback(
    (setup) =>
      guard(async () => {
        const { sessionId } = await start({ setup })
        navigate(sessionPath(sessionId))
      }),
    [start, guard, navigate],
  )
}

/** A session; nothing is read without one. */
export const useSession = (sessionId: string | null) =>
  useRead('sessions.get', { sessionId: sessionId ?? '-' }, sessionId !== null)

/** How a mock interview went. */
export const useScorecard = (sessionId: string) => useRead('sessions.scorecard', { sessionId })

/** The stories that an answer may have told, best first. */
export const useCandidates = (sessionId: string, position: number) =>
  useRead('sessions.candidates', { sessionId, position }).data

/** What a user does in a session; a refusal is shown as a message. */
export function useSessionActions(sessionId: string) {
  const next = useWrite('sessions.next')
  const answer = useWrite('sessions.answer')
  const skip = useWrite('sessions.skip')
  const nameStory = useWrite('sessions.nameStory')
  const end = useWrite('sessions.end')
  const guard = useGuard()
  return useMemo(
    () => ({
      next: () => guard(() => next({ sessionId })),
      answer: (position: number, attemptId: string) => guard(() => answer({ sessionId, position, attemptId })),
      skip: (position: number) => guard(() => skip({ sessionId, position })),
      nameStory: (position: number, storyId: string) => guard(() => nameStory({ sessionId, position, storyId })),
      end: () => guard(() => end({ sessionId })),
    }),
    [sessionId, next, answer, skip, nameStory, end, guard],
  )
}

import { useState } from 'react'
import type { Session } from '#contract/sessions'
import { BetweenAnswers } from './between-answers.tsx'
import { MockStage } from './mock-stage.tsx'
import { useSessionActions } from './use-sessions.ts'

/**
 * A mock interview: between the answers the user takes the time to go on; then the question is there, the time to think
 * runs, and the recording begins by itself.
 */
export function MockInterview({ session }: { readonly session: Session }) {
  const { next, end } = useSessionActions(session.id)
  // The question that is being asked; after an interruption the open one waits until the user goes on.
  const [asked, setAsked] = useState<number | null>(null)
  const item = session.items.find(({ position }) => position === asked)
  const goOn = async () => {
    const after = await next()
    const open = after?.items.find(({ state }) => state === 'open')
    setAsked(open?.position ?? null)
  }
  if (!item) return <BetweenAnswers session={session} onNext={goOn} onEnd={() => void end()} />
  return <MockStage key={item.position} session={session} item={item} onOver={() => setAsked(null)} />
}

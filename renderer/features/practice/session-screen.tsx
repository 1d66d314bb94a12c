import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Session } from '#contract/sessions'
import { LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { MockInterview } from './mock-interview.tsx'
import { setupName } from './practice-words.ts'
import { PromptStage } from './prompt-stage.tsx'
import { ScorecardScreen } from './scorecard-screen.tsx'
import { SessionEnd } from './session-end.tsx'
import { useSession, useSessionActions } from './use-sessions.ts'

/** A session: its open prompt, the way to the next one, and at its end how it went. */
export function SessionScreen({ sessionId }: { readonly sessionId: string }) {
  const { data: session, error } = useSession(sessionId)
  const [search] = useSearchParams()
  const again = search.get('again')
  if (session?.setup.kind === 'mock') {
    return session.endedAt === null ? <MockInterview session={session} /> : <ScorecardScreen sessionId={sessionId} />
  }
  if (session) return <Prompts key={again} session={session} again={again === null ? null : Number(again)} />
  return (
    <Screen title="Practice" trail={<a href="#/practice">Practice</a>}>
      {error ? (
        <ErrorNotice error={error} actions={<LinkButton href="#/practice">Practice</LinkButton>} />
      ) : (
        <Loading />
      )}
    </Screen>
  )
}

interface PromptsProps {
  readonly session: Session
  /** The position of a prompt to answer once more. */
  readonly again: number | null
}

/** The prompts of what is due or of a drill, one after another; each answer leads to its report. */
function Prompts({ session, again }: PromptsProps) {
  const { next } = useSessionActions(session.id)
  // The prompt stays while its answer is being kept, though it is answered by then.
  const [pinned, setPinned] = useState(again)
  const item =
    session.items.find(({ position, storyTitle }) => position === pinned && storyTitle !== null) ??
    session.items.find(({ state }) => state === 'open')
  // Nothing can be recorded for a story that is gone: its prompt is passed over.
  const isGone = item?.storyTitle === null
  const needsNext = (!item || isGone) && session.endedAt === null
  useEffect(() => {
    if (needsNext) void next()
  }, [needsNext, next])
  if (item?.storyId && !isGone) {
    return (
      <PromptStage
        key={item.position}
        session={session}
        item={item}
        storyId={item.storyId}
        onKept={() => setPinned(item.position)}
      />
    )
  }
  if (session.endedAt !== null) return <SessionEnd session={session} />
  return (
    <Screen title={setupName(session.setup)} trail={<a href="#/practice">Practice</a>}>
      <Loading />
    </Screen>
  )
}

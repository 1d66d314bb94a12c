import { useLocation } from 'wouter'
import type { Session, SessionItem } from '#contract/sessions'
import { focusTarget } from '#domain/practice/focus'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { targetOf } from '../rehearse/prompt.ts'
import { Stage } from '../rehearse/stage.tsx'
import { useRehearsal } from '../rehearse/use-rehearsal.ts'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { attemptPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { setupName, standing } from './practice-words.ts'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import { useSessionActions } from './use-sessions.ts'

export interface PromptStageProps {
  readonly session: Session
  readonly item: SessionItem
  readonly storyId: string
  /** Called as soon as a recording is kept. */
  onKept(): void
}

/** The stage of one prompt of a session. */
export function PromptStage({ session, item, storyId, onKept }: PromptStageProps) {
  const { rehearsal, error } = useRehearsal(storyId)
  const { answer, skip } = useSessionActions(session.id)
  const [, navigate] = useLocation()
  const name = setupName(session.setup)
  const leave = () => navigate('/practice')
  const isOpen = item.state === 'open'
  const pass = () => void skip(item.position)
  useShortcuts(PRACTICE_SHORTCUTS, { 'practice-skip': isOpen ? pass : null })
  const trail = (
    <>
      <a href="#/practice">{name}</a> › {standing(session, item.position)}
    </>
  )
  if (!rehearsal) {
    return (
      <Screen title={name} trail={trail}>
        {error ? (
          <ErrorNotice
            error={error}
            actions={
              <>
                {isOpen && <Button onPress={pass}>Skip it</Button>}
                <LinkButton href="#/practice">Practice</LinkButton>
              </>
            }
          />
        ) : (
          <Loading />
        )}
      </Screen>
    )
  }
  const { detail, settings } = rehearsal
  const { story, questions } = detail
  const target = targetOf(detail, settings.target)
  return (
    <Stage
      detail={detail}
      settings={settings}
      question={questions.find(({ id }) => id === item.questionId) ?? null}
      prompt={item.prompt}
      focus={item.focus}
      // A drill asks for what is not in view.
      {...(session.setup.kind === 'drill' ? { firstCues: 'off-book' as const } : {})}
      target={item.focus ? focusTarget(target, story.points, item.focus) : target}
      heading={story.title}
      trail={trail}
      actions={
        isOpen && (
          <Button variant="quiet" keys="k" onPress={pass}>
            Skip
          </Button>
        )
      }
      after={{
        kept: async (attemptId) => {
          onKept()
          await answer(item.position, attemptId)
        },
        show: (attemptId) => navigate(attemptPath(attemptId, session.id)),
      }}
      onLeave={leave}
    />
  )
}

import { useEffect, useEffectEvent } from 'react'
import type { Settings } from '#contract/app'
import type { Session, SessionItem } from '#contract/sessions'
import type { MockSetup } from '#domain/practice/session'
import type { TargetBand } from '#domain/story'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PromptView } from '../rehearse/prompt-view.tsx'
import { RecordingAnnouncer } from '../rehearse/recording-announcer.tsx'
import stage from '../rehearse/stage.module.css'
import { StageFoot } from '../rehearse/stage-foot.tsx'
import { useLive } from '../rehearse/use-live.ts'
import { useRecording } from '../rehearse/use-recording.ts'
import { useStageKeys } from '../rehearse/use-stage-keys.ts'
import { Screen } from '../shared/screen.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { useSettings } from '../shared/use-settings.ts'
import { standing } from './practice-words.ts'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import { TimeUp } from './time-up.tsx'
import { useSessionActions } from './use-sessions.ts'

interface MockStageProps {
  readonly session: Session
  readonly item: SessionItem
  /** The question is answered or skipped. */
  onOver(): void
}

/** One question of an interview: nothing but what is asked, and the time. */
export function MockStage(props: MockStageProps) {
  const settings = useSettings()
  if (!settings) return <Loading />
  return <Asked {...props} settings={settings} />
}

/** Short of this share of the time allowed, an answer is short. */
const SHORTEST_SHARE = 0.5

const bandOf = ({ answerTimeMs }: MockSetup, target: TargetBand): TargetBand =>
  answerTimeMs > 0 ? { minMs: answerTimeMs * SHORTEST_SHARE, maxMs: answerTimeMs } : target

function Asked({ session, item, settings, onOver }: MockStageProps & { readonly settings: Settings }) {
  const setup = session.setup as MockSetup
  const actions = useSessionActions(session.id)
  const rehearsal = useRecording(
    { storyId: item.storyId ?? '', questionId: item.questionId, cueLevel: 'off-book', focus: item.focus },
    { kept: (attemptId) => actions.answer(item.position, attemptId), show: onOver },
  )
  const { recording, state } = rehearsal
  const live = useLive(state)
  const start = () => recording.start({ deviceId: settings.microphoneId, thinkingTimeMs: setup.thinkingTimeMs })
  const startOnce = useEffectEvent(start)
  useEffect(() => startOnce(), [])

  const skip = async () => {
    recording.cancel()
    await actions.skip(item.position)
    onOver()
  }
  const isRunning = state.kind === 'recording' || state.kind === 'paused'
  const press = useStageKeys({ rehearsal, start, onLeave: onOver })
  const isEnding = state.kind === 'finishing' || state.kind === 'writing'
  const canSkip = !isRunning && !isEnding
  useShortcuts(PRACTICE_SHORTCUTS, { 'practice-skip': canSkip ? () => void skip() : null })
  const place = standing(session, item.position)
  return (
    <Screen
      title={`Mock interview: question ${place}`}
      heading="Mock interview"
      trail={
        <>
          <a href="#/practice/mock">Practice</a> › Question {place}
          {item.followUp && ', a follow-up'}
        </>
      }
      actions={
        canSkip && (
          <Button variant="quiet" keys="k" onPress={() => void skip()}>
            Skip
          </Button>
        )
      }
    >
      <div className={stage.stage}>
        <section className={stage.script} aria-label="The question">
          <PromptView
            lead={item.followUp ? 'One more thing' : item.section}
            text={item.prompt}
            questions={[]}
            question={null}
            canChange={false}
            onAsk={() => {}}
          />
          <TimeUp meter={recording.meter} limitMs={setup.answerTimeMs} />
        </section>
        <StageFoot
          rehearsal={rehearsal}
          hearing={live.state}
          languageGap={null}
          target={bandOf(setup, settings.target)}
          onPress={press}
          onStart={start}
        />
      </div>
      <RecordingAnnouncer state={state} hearing={live.state} />
    </Screen>
  )
}

import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Settings } from '#contract/app'
import type { StoryDetail } from '#contract/stories'
import { CUE_LEVELS } from '#domain/attempt'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { rehearsePath, storyPath } from '../shared/paths.ts'
import { sameText } from '../shared/same-text.ts'
import { Screen } from '../shared/screen.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { useSetSettings } from '../shared/use-settings.ts'
import { CueSheet } from './cue-sheet.tsx'
import { Dock } from './dock.tsx'
import { askedQuestion, NO_QUESTION, questionAfter, targetOf } from './prompt.ts'
import { PromptView } from './prompt-view.tsx'
import { RecordingAnnouncer } from './recording-announcer.tsx'
import { isOpen, isReady } from './recording-state.ts'
import { REHEARSE_SHORTCUTS } from './shortcuts.ts'
import styles from './stage.module.css'
import { StageNotice } from './stage-notice.tsx'
import { useLanguageGap } from './use-language-gap.ts'
import { useLive } from './use-live.ts'
import { useRecording } from './use-recording.ts'

export interface StageProps {
  readonly detail: StoryDetail
  readonly settings: Settings
  readonly questionParam: string | null
}

const CUE_LABELS = { full: 'Full points', keywords: 'Keywords', 'off-book': 'Off book' } as const
const CUES = CUE_LEVELS.map((id) => ({ id, label: CUE_LABELS[id] }))

/** The calm stage: what is asked, as much of the story as one wants to see, and the record button. */
export function Stage({ detail, settings, questionParam }: StageProps) {
  const { story, questions } = detail
  const { cueLevel } = settings
  const [, navigate] = useLocation()
  const [hasOptional, setOptional] = useState(false)
  const setSettings = useSetSettings()
  const question = askedQuestion(questions, questionParam)
  const take = { storyId: story.id, questionId: question?.id ?? null, cueLevel }
  const rehearsal = useRecording(take)
  const { recording, state } = rehearsal
  const live = useLive(state)
  const languageGap = useLanguageGap(detail.bankId)

  const ask = (questionId: string | null) =>
    navigate(rehearsePath(story.id, questionId ?? NO_QUESTION), { replace: true })
  const start = () => recording.start({ deviceId: settings.microphoneId, thinkingTimeMs: settings.thinkingTimeMs })
  const press = () => {
    if (state.kind === 'thinking') recording.skipThinking()
    else if (state.kind === 'paused') recording.resume()
    else if (state.kind === 'recording') void rehearsal.finish()
    else if (isReady(state)) start()
  }
  const leave = () => (isReady(state) ? navigate(storyPath(story.id)) : recording.cancel())
  const isRunning = state.kind === 'recording' || state.kind === 'paused'
  const canAsk = !isOpen(state) && questions.length > 1

  useShortcuts(REHEARSE_SHORTCUTS, {
    'record-toggle': press,
    'record-finish': isRunning ? () => void rehearsal.finish() : null,
    'record-pause': isRunning ? (state.kind === 'paused' ? recording.resume : recording.pause) : null,
    'record-discard':
      state.kind === 'finishing' || state.kind === 'writing'
        ? null
        : isRunning
          ? () => void rehearsal.discard()
          : leave,
    'cue-full': () => setSettings({ cueLevel: 'full' }),
    'cue-keywords': () => setSettings({ cueLevel: 'keywords' }),
    'cue-off-book': () => setSettings({ cueLevel: 'off-book' }),
    'cue-optional': () => setOptional(!hasOptional),
    'next-question': canAsk ? () => ask(questionAfter(questions, question)?.id ?? null) : null,
  })

  return (
    <Screen
      title={`Rehearse: ${story.title}`}
      heading={sameText(question?.text ?? story.title, story.title) ? 'Rehearse' : story.title}
      trail={<a href={`#${storyPath(story.id)}`}>Back to the story</a>}
      actions={
        <SegmentedControl
          label="What you see while you speak"
          hideLabel
          items={CUES}
          value={cueLevel}
          onChange={(next) => setSettings({ cueLevel: next })}
        />
      }
    >
      <div className={styles.stage}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className={styles.script} aria-label="What to say" tabIndex={0}>
          <PromptView story={story} questions={questions} question={question} canChange={canAsk} onAsk={ask} />
          <CueSheet
            points={story.points}
            said={live.said}
            cueLevel={cueLevel}
            hasOptional={hasOptional}
            onShowOptional={setOptional}
          />
        </section>
        <StageNotice
          state={state}
          hearing={live.state}
          languageGap={languageGap}
          onOpenReport={(attemptId) => void rehearsal.openReport(attemptId)}
          onRetry={start}
        />
        <Dock
          state={state}
          meter={recording.meter}
          target={targetOf(detail, settings.target)}
          onPress={press}
          onPause={recording.pause}
          onResume={recording.resume}
          onFinish={() => void rehearsal.finish()}
          onDiscard={() => void rehearsal.discard()}
          onCancel={recording.cancel}
        />
      </div>
      <RecordingAnnouncer state={state} hearing={live.state} />
    </Screen>
  )
}

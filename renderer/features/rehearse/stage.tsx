import { type ReactNode, useState } from 'react'
import type { Settings } from '#contract/app'
import type { StoryDetail } from '#contract/stories'
import { CUE_LEVELS, type CueLevel } from '#domain/attempt'
import type { Question, TargetBand } from '#domain/story'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Screen } from '../shared/screen.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { useSetSettings } from '../shared/use-settings.ts'
import { CueSheet } from './cue-sheet.tsx'
import { questionAfter } from './prompt.ts'
import { PromptView } from './prompt-view.tsx'
import { RecordingAnnouncer } from './recording-announcer.tsx'
import { isOpen } from './recording-state.ts'
import { REHEARSE_SHORTCUTS } from './shortcuts.ts'
import styles from './stage.module.css'
import { StageFoot } from './stage-foot.tsx'
import { useLanguageGap } from './use-language-gap.ts'
import { useLive } from './use-live.ts'
import { type AfterTake, useRecording } from './use-recording.ts'
import { useStageKeys } from './use-stage-keys.ts'

export interface StageProps {
  readonly detail: StoryDetail
  readonly settings: Settings
  readonly question: Question | null
  /** What is asked where it is not the question. */
  readonly prompt?: string
  /** The points it is about; null for the whole story. */
  readonly focus?: string[] | null
  /** What is in view at first, for this prompt alone; what the settings say where it is left out. */
  readonly firstCues?: CueLevel
  readonly target: TargetBand
  readonly heading: string
  readonly trail: ReactNode
  /** Stands before the choice of cues. */
  readonly actions?: ReactNode
  readonly after?: AfterTake
  /** Asks another question, null for none; left out where the question is given. */
  onAsk?(questionId: string | null): void
  onLeave(): void
}

const CUE_LABELS = { full: 'Full points', keywords: 'Keywords', 'off-book': 'Off book' } as const
const CUES = CUE_LEVELS.map((id) => ({ id, label: CUE_LABELS[id] }))

/** The calm stage: what is asked, as much of the story as one wants to see, and the record button. */
export function Stage(props: StageProps) {
  const { detail, settings, question, prompt, focus = null, target, heading, trail, actions, after, onAsk } = props
  const { story, questions } = detail
  const [ownCues, setOwnCues] = useState(props.firstCues ?? null)
  const cueLevel = ownCues ?? settings.cueLevel
  const [hasOptional, setOptional] = useState(false)
  const setSettings = useSetSettings()
  const points = focus ? story.points.filter(({ id }) => focus.includes(id)) : story.points
  const showCues = (next: CueLevel) => (ownCues === null ? void setSettings({ cueLevel: next }) : setOwnCues(next))
  const rehearsal = useRecording({ storyId: story.id, questionId: question?.id ?? null, cueLevel, focus }, after)
  const { recording, state } = rehearsal
  const live = useLive(state)
  const languageGap = useLanguageGap(detail.bankId)

  const start = () => recording.start({ deviceId: settings.microphoneId, thinkingTimeMs: settings.thinkingTimeMs })
  const press = useStageKeys({ rehearsal, start, onLeave: props.onLeave })
  const canAsk = Boolean(onAsk) && !isOpen(state) && questions.length > 1

  useShortcuts(REHEARSE_SHORTCUTS, {
    'cue-full': () => showCues('full'),
    'cue-keywords': () => showCues('keywords'),
    'cue-off-book': () => showCues('off-book'),
    'cue-optional': () => setOptional(!hasOptional),
    'next-question': canAsk ? () => onAsk?.(questionAfter(questions, question)?.id ?? null) : null,
  })

  return (
    <Screen
      title={`Rehearse: ${story.title}`}
      heading={heading}
      trail={trail}
      actions={
        <>
          {actions}
          <SegmentedControl
            label="What you see while you speak"
            hideLabel
            items={CUES}
            value={cueLevel}
            onChange={showCues}
          />
        </>
      }
    >
      <div className={styles.stage}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className={styles.script} aria-label="What to say" tabIndex={0}>
          <PromptView
            lead={prompt || question ? null : 'Tell the story'}
            text={prompt ?? question?.text ?? story.title}
            questions={onAsk ? questions : []}
            question={question}
            canChange={canAsk}
            onAsk={(questionId) => onAsk?.(questionId)}
          />
          <CueSheet
            points={points}
            said={live.said}
            cueLevel={cueLevel}
            hasOptional={hasOptional}
            onShowOptional={setOptional}
          />
        </section>
        <StageFoot
          rehearsal={rehearsal}
          hearing={live.state}
          languageGap={languageGap}
          target={target}
          onPress={press}
          onStart={start}
        />
      </div>
      <RecordingAnnouncer state={state} hearing={live.state} />
    </Screen>
  )
}

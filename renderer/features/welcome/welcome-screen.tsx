import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ChooseFiles } from '../import/choose-files.tsx'
import { FileDrop } from '../import/file-drop.tsx'
import { plural } from '../shared/format.ts'
import { Screen } from '../shared/screen.tsx'
import { Mark } from '../shell/mark.tsx'
import { MicrophoneCheck } from './microphone-check.tsx'
import { ModelStep } from './model-step.tsx'
import { useWelcome } from './use-welcome.ts'
import styles from './welcome.module.css'
import { WelcomeStep } from './welcome-step.tsx'

/** Welcome, at the first start: stories, voice, speech model. Every step can wait. */
export function WelcomeScreen() {
  const { storyCount, modelName, importSamples, finish } = useWelcome()
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)
  const onSamples = async () => {
    setBusy(true)
    await importSamples()
    setBusy(false)
  }
  const onFinish = async () => {
    await finish()
    navigate('/library')
  }
  return (
    <Screen title="Welcome" isBare>
      <div className={styles.scroll}>
        <div className={styles.page}>
          <div className={styles.intro}>
            <Mark />
            <p className={styles.headline}>Say your stories aloud. See what you said.</p>
            <p className={styles.lead}>
              Starbeat listens while you rehearse and shows which points of a story you told, which you left out, and
              which numbers went wrong. Everything stays on this machine.
            </p>
          </div>
          <ol className={styles.steps}>
            <WelcomeStep
              title="Bring in your stories"
              done={storyCount > 0 ? `${plural(storyCount, 'story is', 'stories are')} in your Library.` : null}
            >
              <p>
                The notes you already have: Markdown, Word, plain text, a table. Or begin with a sample and look around.
              </p>
              <div className={styles.buttons}>
                <ChooseFiles variant={storyCount > 0 ? 'secondary' : 'primary'} label="Import your stories…" />
                <Button isDisabled={isBusy} onPress={onSamples}>
                  Try the sample bank
                </Button>
              </div>
            </WelcomeStep>
            <WelcomeStep title="Check your microphone" done={null}>
              <p>See that it hears you, and hear how you sound. Nothing of this is kept.</p>
              <MicrophoneCheck />
            </WelcomeStep>
            <WelcomeStep title="Give it ears" done={modelName ? `${modelName} is in use.` : null}>
              <p>
                A Whisper model turns your voice into text, on this machine. Download one now, choose a ggml file (.bin)
                that you have, or do it later in Settings. Without one Starbeat still records, plays back and lets you
                tick points by hand.
              </p>
              <ModelStep />
            </WelcomeStep>
          </ol>
          <div className={styles.end}>
            <Button variant={storyCount > 0 ? 'primary' : 'secondary'} size="lg" onPress={onFinish}>
              {storyCount > 0 ? 'Go to the Library' : 'Skip for now'}
            </Button>
          </div>
        </div>
      </div>
      <FileDrop />
    </Screen>
  )
}

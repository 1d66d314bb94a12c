import Ear from 'lucide-react/icons/ear'
import Mic from 'lucide-react/icons/mic'
import { Button } from '../../ui/button.tsx'
import { Meter } from '../../ui/meter.tsx'
import { MicrophoneSelect } from '../shared/microphone-select.tsx'
import { type CheckState, useMicrophoneCheck } from './use-microphone-check.ts'
import styles from './welcome.module.css'

function words(step: CheckState): string {
  switch (step.state) {
    case 'closed':
      return ''
    case 'opening':
      return 'Opening the microphone…'
    case 'listening':
      return 'Say something: the bar should move.'
    case 'recording':
      return 'Recording two seconds…'
    case 'playing':
      return 'This is how you sound.'
    case 'heard':
      return 'Could you hear yourself? Then all is well. If not, choose another microphone.'
    case 'refused':
      return `${step.error.title}. ${step.error.detail}`
  }
}

/** The check of the microphone: choose it, see its level, hear two seconds back. Nothing is kept. */
export function MicrophoneCheck() {
  const { step, level, isAllowed, open, echo } = useMicrophoneCheck()
  const isOpen = step.state !== 'closed' && step.state !== 'refused'
  const isBusy = step.state === 'opening' || step.state === 'recording' || step.state === 'playing'
  return (
    <div className={styles.check}>
      {isAllowed && <MicrophoneSelect hideLabel />}
      {isOpen && <Meter label="Microphone level" value={level} />}
      <p role="status" className={styles.checkWords} data-refused={step.state === 'refused' || undefined}>
        {words(step)}
      </p>
      <div className={styles.buttons}>
        {isOpen ? (
          <Button icon={<Ear />} isDisabled={isBusy} onPress={() => void echo()}>
            Hear two seconds back
          </Button>
        ) : (
          <Button icon={<Mic />} onPress={open}>
            {step.state === 'refused' ? 'Try again' : 'Test the microphone'}
          </Button>
        )}
      </div>
    </div>
  )
}

import Mic from 'lucide-react/icons/mic'
import { useState } from 'react'
import type { Session, SessionItem } from '#contract/sessions'
import { Button } from '../../ui/button.tsx'
import { plural } from '../shared/format.ts'
import { Screen } from '../shared/screen.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import styles from './interview.module.css'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import { ToldStory } from './told-story.tsx'

export interface BetweenAnswersProps {
  readonly session: Session
  onNext(): Promise<void>
  onEnd(): void
}

/** Between two answers: which story the last one told, and the way on. */
export function BetweenAnswers({ session, onNext, onEnd }: BetweenAnswersProps) {
  const { items, count } = session
  const asked = items.filter(({ followUp, state }) => !followUp && state !== 'open').length
  const last = items.findLast(({ state }) => state === 'answered')
  const isOpen = items.some(({ state }) => state === 'open')
  const isLast = asked >= count
  const [isGoing, setGoing] = useState(false)
  const goOn = () => {
    setGoing(true)
    void onNext().finally(() => setGoing(false))
  }
  useShortcuts(PRACTICE_SHORTCUTS, { 'practice-next': goOn })
  return (
    <Screen
      title="Mock interview"
      trail={<a href="#/practice/mock">Practice</a>}
      actions={
        asked > 0 && (
          <Button variant="quiet" onPress={onEnd}>
            End the interview
          </Button>
        )
      }
    >
      <div className={styles.between}>
        <Progress session={session} />
        {last?.attemptId && !last.followUp && <ToldStory key={last.position} sessionId={session.id} item={last} />}
        <p className={styles.lead}>{leadOf(asked, count, isOpen)}</p>
        <Button
          variant="primary"
          size="lg"
          icon={<Mic />}
          keys="Mod+Enter"
          autoFocus
          isDisabled={isGoing}
          onPress={goOn}
        >
          {isLast && !isOpen ? 'See how it went' : asked === 0 ? 'I am ready' : 'Next question'}
        </Button>
        {!(isLast && !isOpen) && <p className={styles.quiet}>{afterWords(session)}</p>}
      </div>
    </Screen>
  )
}

function leadOf(asked: number, count: number, isOpen: boolean): string {
  if (asked === 0 && !isOpen) return `${plural(count, 'question')}. Each is shown once; no story is in view.`
  if (asked >= count && !isOpen) return 'That was the last question.'
  return `${asked} of ${plural(count, 'question')} done.`
}

/** What happens after the button: the microphone opens by itself. */
function afterWords({ setup }: Session): string {
  const thinkingMs = setup.kind === 'mock' ? setup.thinkingTimeMs : 0
  return thinkingMs > 0
    ? `You have ${thinkingMs / 1000} seconds to think, then the recording begins by itself.`
    : 'The recording begins as soon as the question is there.'
}

const STATE_WORDS: Readonly<Record<SessionItem['state'], string>> = {
  open: 'asked, not answered yet',
  answered: 'answered',
  skipped: 'skipped',
}

/** One mark for each question: answered, skipped, or to come. */
function Progress({ session: { items, count } }: { readonly session: Session }) {
  const asked = items.filter(({ followUp }) => !followUp)
  return (
    <ol className={styles.marks} aria-label="Questions">
      {Array.from({ length: count }, (_, nth) => {
        const state = asked[nth]?.state ?? null
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the nth question is the nth question
          <li key={nth} data-state={state ?? undefined}>
            <span className="visually-hidden">{state ? STATE_WORDS[state] : 'to come'}</span>
          </li>
        )
      })}
    </ol>
  )
}

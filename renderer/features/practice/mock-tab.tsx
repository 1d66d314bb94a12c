import MessagesSquare from 'lucide-react/icons/messages-square'
import { useState } from 'react'
import type { BankSummary } from '#contract/banks'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { plural } from '../shared/format.ts'
import { BankPicker } from './bank-picker.tsx'
import styles from './mock.module.css'
import { askable, chosen, type LeftOut, NOTHING } from './mock-choice.ts'
import { PastInterviews } from './past-interviews.tsx'
import { useBanks } from './use-banks.ts'
import { useStartSession } from './use-sessions.ts'

const THINKING_S = [0, 10, 20, 30, 60]
const ANSWER_S = [0, 60, 90, 120, 180, 300]

const seconds = (s: number, none: string) => (s === 0 ? none : s < 120 ? `${s} seconds` : `${s / 60} minutes`)

/** Mock interview: what is asked, how many questions, how much time. */
export function MockTab() {
  const banks = useBanks()
  if (!banks) return <Loading />
  if (banks.some(({ questions }) => questions.length > 0)) return <MockSetupForm banks={banks} />
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title="No questions to ask yet"
      actions={<LinkButton href="#/import">Import your stories</LinkButton>}
    >
      A mock interview asks the questions of your banks, unannounced, and shows how you did at the end.
    </EmptyState>
  )
}

function MockSetupForm({ banks }: { readonly banks: readonly BankSummary[] }) {
  const [leftOut, setLeftOut] = useState<LeftOut>(NOTHING)
  const [count, setCount] = useState(5)
  const [thinkingS, setThinkingS] = useState(20)
  const [answerS, setAnswerS] = useState(120)
  const [followUps, setFollowUps] = useState(true)
  const startSession = useStartSession()
  const questions = askable(banks, leftOut)
  const topics = chosen(banks, leftOut)
  const start = () =>
    topics &&
    void startSession({
      kind: 'mock',
      ...topics,
      questionCount: Math.min(count, questions),
      thinkingTimeMs: thinkingS * 1000,
      answerTimeMs: answerS * 1000,
      followUps,
    })
  return (
    <div className={styles.setup}>
      <section className={styles.form} aria-label="The interview">
        <BankPicker banks={banks} leftOut={leftOut} onChange={setLeftOut} />
        <div className={styles.row}>
          <NumberField label="Questions" value={count} min={1} max={50} step={1} onChange={setCount} />
          <Select
            label="Time to think"
            items={THINKING_S.map((s) => ({ id: String(s), label: seconds(s, 'None') }))}
            value={String(thinkingS)}
            onChange={(id) => setThinkingS(Number(id))}
          />
          <Select
            label="Time to answer"
            items={ANSWER_S.map((s) => ({ id: String(s), label: seconds(s, 'No limit') }))}
            value={String(answerS)}
            onChange={(id) => setAnswerS(Number(id))}
          />
        </div>
        <Switch isSelected={followUps} onChange={setFollowUps}>
          Ask follow-up questions that stand beside the story I tell
        </Switch>
        <div className={styles.begin}>
          <Button variant="primary" size="lg" isDisabled={questions === 0} onPress={start}>
            Begin the interview
          </Button>
          <p className={styles.quiet}>
            {questions === 0
              ? 'Choose at least one section with a question.'
              : `${plural(Math.min(count, questions), 'question')} out of ${questions}, unannounced; weak competencies come more often. The stories are not shown.`}
          </p>
        </div>
      </section>
      <PastInterviews />
    </div>
  )
}

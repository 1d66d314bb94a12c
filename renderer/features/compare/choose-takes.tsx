import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import { useLocation } from 'wouter'
import type { AttemptSummary } from '#contract/attempts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { formatDayTime } from '../shared/format.ts'
import { comparePath } from '../shared/paths.ts'
import { attemptLine } from '../story/attempt-text.ts'
import styles from './compare.module.css'
import { type Take, useAttempts } from './use-compare.ts'

/** So many attempts can be chosen here; older ones in the history. */
const MOST = 100

/** The attempts to choose from: the newest, and those that are compared. */
function choices(attempts: readonly AttemptSummary[], shown: readonly string[], other: string) {
  return attempts
    .filter(({ attempt }, i) => (i < MOST || shown.includes(attempt.id)) && attempt.id !== other)
    .map((summary) => ({
      id: summary.attempt.id,
      label: formatDayTime(summary.attempt.startedAt, Date.now()),
      hint: attemptLine(summary),
    }))
}

export interface ChooseTakesProps {
  readonly takes: readonly [Take, Take]
  readonly storyId: string
  onSwap(): void
}

/** Which two attempts are compared. */
export function ChooseTakes({ takes, storyId, onSwap }: ChooseTakesProps) {
  const [, navigate] = useLocation()
  const attempts = useAttempts(storyId)
  const [a, b] = takes.map(({ report }) => report.attempt.id) as [string, string]
  return (
    <div className={styles.choose}>
      <span className={styles.letter} aria-hidden="true">
        A
      </span>
      <div className={styles.take}>
        <Select
          label="Attempt A"
          hideLabel
          items={choices(attempts, [a, b], b)}
          value={a}
          onChange={(id) => navigate(comparePath(id, b))}
        />
      </div>
      <IconButton label="Change places" keys="s" onPress={onSwap}>
        <ArrowLeftRight />
      </IconButton>
      <span className={styles.letter} aria-hidden="true">
        B
      </span>
      <div className={styles.take}>
        <Select
          label="Attempt B"
          hideLabel
          items={choices(attempts, [a, b], a)}
          value={b}
          onChange={(id) => navigate(comparePath(a, id))}
        />
      </div>
    </div>
  )
}

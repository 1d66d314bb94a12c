import type { Question } from '#domain/story'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './history.module.css'
import { type HistoryFilter, NO_FILTER, NO_QUESTION_FILTER, PERIODS, type Period } from './history-filter.ts'

export interface HistoryFiltersProps {
  readonly filter: HistoryFilter
  readonly questions: readonly Question[]
  onChange(filter: HistoryFilter): void
}

const ANY = 'any'
const CUES = [
  { id: ANY, label: 'Any cues' },
  { id: 'full', label: 'Full points' },
  { id: 'keywords', label: 'Keywords' },
  { id: 'off-book', label: 'Off book' },
] as const
const PERIOD_NAMES: Readonly<Record<Period, string>> = {
  7: 'Last 7 days',
  30: 'Last 30 days',
  90: 'Last 90 days',
  365: 'Last year',
}
const PERIOD_ITEMS = [
  { id: ANY, label: 'Any time' },
  ...PERIODS.map((days) => ({ id: String(days), label: PERIOD_NAMES[days] })),
]
const MARKS = [
  { key: 'favourite', label: 'Favourites' },
  { key: 'wrongFacts', label: 'With wrong facts' },
  { key: 'note', label: 'With a note' },
] as const

/** What narrows the timeline down. */
export function HistoryFilters({ filter, questions, onChange }: HistoryFiltersProps) {
  const questionItems = [
    { id: ANY, label: 'Any question' },
    ...questions.map(({ id, text }) => ({ id, label: text })),
    { id: NO_QUESTION_FILTER, label: 'Under its title' },
  ]
  return (
    <section className={styles.filters} aria-label="Filter">
      {questions.length > 0 && (
        <div className={styles.question}>
          <Select
            label="Question"
            hideLabel
            items={questionItems}
            value={filter.questionId ?? ANY}
            onChange={(id) => onChange({ ...filter, questionId: id === ANY ? null : id })}
          />
        </div>
      )}
      <div className={styles.choice}>
        <Select
          label="Cues"
          hideLabel
          items={CUES}
          value={filter.cueLevel ?? ANY}
          onChange={(id) => onChange({ ...filter, cueLevel: id === ANY ? null : id })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label="Period"
          hideLabel
          items={PERIOD_ITEMS}
          value={filter.periodDays === null ? ANY : String(filter.periodDays)}
          onChange={(id) => onChange({ ...filter, periodDays: PERIODS.find((days) => String(days) === id) ?? null })}
        />
      </div>
      {MARKS.map(({ key, label }) => (
        <Button
          key={key}
          size="sm"
          aria-pressed={filter[key]}
          onPress={() => onChange({ ...filter, [key]: !filter[key] })}
        >
          {label}
        </Button>
      ))}
      {JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && (
        <Button size="sm" variant="quiet" onPress={() => onChange(NO_FILTER)}>
          Show all
        </Button>
      )}
    </section>
  )
}

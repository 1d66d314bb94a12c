import type { BankSummary } from '#contract/banks'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './mock.module.css'
import { isWhole, type LeftOut, toggleBank, toggleSection, topicsOf } from './mock-choice.ts'

export interface BankPickerProps {
  readonly banks: readonly BankSummary[]
  readonly leftOut: LeftOut
  onChange(leftOut: LeftOut): void
}

/** The banks and sections that an interview asks about. */
export function BankPicker({ banks, leftOut, onChange }: BankPickerProps) {
  return (
    <fieldset className={styles.banks}>
      <legend className={styles.legend}>Ask about</legend>
      <ul>
        {banks
          .filter(({ questions }) => questions.length > 0)
          .map((bank) => {
            const topics = topicsOf(bank)
            const whole = isWhole(bank, leftOut)
            const some = topics.some(({ id }) => !leftOut.has(id))
            return (
              <li key={bank.id}>
                <Checkbox
                  isSelected={whole}
                  isIndeterminate={!whole && some}
                  onChange={() => onChange(toggleBank(bank, leftOut))}
                >
                  <strong>{bank.title}</strong> <span className={styles.quiet}>({bank.questions.length})</span>
                </Checkbox>
                {topics.length > 1 && (
                  <ul className={styles.topics}>
                    {topics.map(({ id, title, count }) => (
                      <li key={id}>
                        <Checkbox
                          isSelected={!leftOut.has(id)}
                          onChange={() => onChange(toggleSection(bank, id, leftOut))}
                        >
                          {title} <span className={styles.quiet}>({count})</span>
                        </Checkbox>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            )
          })}
      </ul>
    </fieldset>
  )
}

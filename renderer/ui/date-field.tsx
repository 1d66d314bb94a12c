import { type CalendarDate, parseDate } from '@internationalized/date'
import X from 'lucide-react/icons/x'
import { DateField as AriaDateField, DateInput, DateSegment, FieldError, Label } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './date-field.module.css'
import field from './field.module.css'
import { IconButton } from './icon-button.tsx'

export interface DateFieldProps {
  readonly label: string
  /** A date of the local calendar (`2026-12-01`), or null for none. */
  readonly value: string | null
  readonly clearLabel: string
  onChange(value: string | null): void
}

/** A day; each of its numbers is typed or changed with the arrow keys. */
export function DateField({ label, value, clearLabel, onChange }: DateFieldProps) {
  return (
    <AriaDateField<CalendarDate>
      value={value === null ? null : parseDate(value)}
      onChange={(next) => onChange(next === null ? null : next.toString())}
      className={cx(field.field)}
    >
      <Label className={cx(field.label)}>{label}</Label>
      <div className={styles.row}>
        <DateInput className={cx(field.input, styles.input, 'figures')}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
        {value !== null && (
          <IconButton label={clearLabel} size="sm" onPress={() => onChange(null)}>
            <X />
          </IconButton>
        )}
      </div>
      <FieldError className={cx(field.error)} />
    </AriaDateField>
  )
}

import { NumberField as AriaNumberField, Input, Label } from 'react-aria-components'
import { cx } from './cx.ts'
import field from './field.module.css'
import styles from './number-field.module.css'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The unit, as `Intl.NumberFormat` knows it. */
  readonly unit?: 'second' | 'minute'
  onChange(value: number): void
}

/** A number with its unit; arrow keys change it by a step. */
export function NumberField({ label, value, min, max, step, unit, onChange }: NumberFieldProps) {
  return (
    <AriaNumberField
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      {...(unit ? { formatOptions: { style: 'unit', unit, unitDisplay: 'short' } } : {})}
      onChange={(next) => Number.isFinite(next) && onChange(next)}
      className={cx(field.field)}
    >
      <Label className={cx(field.label)}>{label}</Label>
      <Input className={cx(field.input, styles.input, 'figures')} />
    </AriaNumberField>
  )
}

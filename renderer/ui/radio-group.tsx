import type { ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, Label, Radio } from 'react-aria-components'
import { cx } from './cx.ts'
import field from './field.module.css'
import styles from './radio-group.module.css'

export interface RadioItem<K extends string> {
  readonly id: K
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What else can be done with it, beside the choice. */
  readonly action?: ReactNode
}

export interface RadioGroupProps<K extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly items: readonly RadioItem<K>[]
  readonly value: K | null
  readonly isDisabled?: boolean
  onChange(value: K): void
}

/** A choice of one out of a few that need a word of explanation each. */
export function RadioGroup<K extends string>(props: RadioGroupProps<K>) {
  const { label, hideLabel, items, value, isDisabled, onChange } = props
  return (
    <AriaRadioGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={value}
      isDisabled={isDisabled ?? false}
      onChange={(key) => onChange(key as K)}
      className={cx(field.field)}
    >
      {!hideLabel && <Label className={cx(field.label)}>{label}</Label>}
      {items.map((item) => (
        <div key={item.id} className={styles.item}>
          <Radio value={item.id} className={cx(styles.radio)}>
            <span className={styles.dot} />
            <span className={styles.text}>
              {item.label}
              {item.hint && <span className={styles.hint}>{item.hint}</span>}
            </span>
          </Radio>
          {item.action}
        </div>
      ))}
    </AriaRadioGroup>
  )
}

import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import field from './field.module.css'
import styles from './segmented-control.module.css'

export interface Segment<K extends string> {
  readonly id: K
  readonly label: ReactNode
}

export interface SegmentedControlProps<K extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly items: readonly Segment<K>[]
  readonly value: K
  readonly isDisabled?: boolean
  onChange(value: K): void
}

/** A choice of one out of a few, all in view. */
export function SegmentedControl<K extends string>(props: SegmentedControlProps<K>) {
  const { label, hideLabel, items, value, isDisabled, onChange } = props
  return (
    <RadioGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled ?? false}
      onChange={(key) => onChange(key as K)}
      className={cx(field.field)}
    >
      {!hideLabel && <Label className={cx(field.label)}>{label}</Label>}
      <div className={styles.segments}>
        {items.map((item) => (
          <Radio key={item.id} value={item.id} className={cx(styles.segment)}>
            {item.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

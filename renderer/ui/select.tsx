import Check from 'lucide-react/icons/check'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { cx } from './cx.ts'
import field from './field.module.css'
import popover from './popover.module.css'
import styles from './select.module.css'

export interface SelectItem<K extends string> {
  readonly id: K
  readonly label: string
  readonly hint?: string
}

export interface SelectProps<K extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly items: readonly SelectItem<K>[]
  readonly value: K
  readonly isDisabled?: boolean
  onChange(value: K): void
}

/** A choice of one out of a list that opens. */
export function Select<K extends string>({ label, hideLabel, items, value, isDisabled, onChange }: SelectProps<K>) {
  return (
    <AriaSelect
      {...(hideLabel ? { 'aria-label': label } : {})}
      isDisabled={isDisabled ?? false}
      value={value}
      onChange={(key) => onChange(key as K)}
      className={cx(field.field)}
    >
      {!hideLabel && <Label className={cx(field.label)}>{label}</Label>}
      <Button className={cx(styles.button)}>
        <SelectValue className={cx(styles.value)}>{items.find((item) => item.id === value)?.label}</SelectValue>
        <ChevronsUpDown aria-hidden="true" />
      </Button>
      <Popover className={cx(popover.popover)}>
        <ListBox items={items} className={cx(popover.list)}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={cx(popover.item)}>
              <Check className={cx(popover.check)} aria-hidden="true" />
              <span className={popover.body}>
                {item.label}
                {item.hint && <span className={popover.hint}>{item.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

import Check from 'lucide-react/icons/check'
import Minus from 'lucide-react/icons/minus'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import styles from './checkbox.module.css'
import { cx } from './cx.ts'

export interface CheckboxProps {
  readonly isSelected: boolean
  /** Some of what it stands for is chosen. */
  readonly isIndeterminate?: boolean
  readonly isDisabled?: boolean
  readonly children: ReactNode
  onChange(isSelected: boolean): void
}

/** Takes one of several things in or out. */
export function Checkbox({
  isSelected,
  isIndeterminate = false,
  isDisabled = false,
  children,
  onChange,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      onChange={onChange}
      className={cx(styles.checkbox)}
    >
      <span className={styles.box} aria-hidden="true">
        {isIndeterminate ? <Minus /> : isSelected && <Check />}
      </span>
      <span className={styles.label}>{children}</span>
    </AriaCheckbox>
  )
}

import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './switch.module.css'

export interface SwitchProps {
  readonly isSelected: boolean
  readonly isDisabled?: boolean
  readonly children: ReactNode
  onChange(isSelected: boolean): void
}

/** Turns one thing on or off, at once. */
export function Switch({ isSelected, isDisabled = false, children, onChange }: SwitchProps) {
  return (
    <AriaSwitch isSelected={isSelected} isDisabled={isDisabled} onChange={onChange} className={cx(styles.switch)}>
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
      {children}
    </AriaSwitch>
  )
}

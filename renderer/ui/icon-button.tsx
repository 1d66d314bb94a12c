import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import buttonStyles from './button.module.css'
import { cx } from './cx.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** What it does: the accessible name and the tooltip. */
  readonly label: string
  readonly keys?: string
  readonly size?: 'sm' | 'md' | 'lg'
  readonly children: ReactNode
}

/** A button that shows an icon only; its name appears as a tooltip. */
export function IconButton({ label, keys, size = 'md', children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys ? { keys } : {})}>
      <AriaButton {...rest} aria-label={label} className={cx(buttonStyles.button, buttonStyles.quiet, styles[size])}>
        {children}
      </AriaButton>
    </Tooltip>
  )
}

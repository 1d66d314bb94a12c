import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

export interface TooltipProps {
  readonly text: string
  readonly keys?: string
  /** One focusable element of this kit. */
  readonly children: ReactElement
}

/** Names its child on hover and on keyboard focus. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
        {text}
        {keys && <Kbd keys={keys} tone="inherit" />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

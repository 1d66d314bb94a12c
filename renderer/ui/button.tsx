import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

interface Look {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  /** The key that does the same, shown beside the label. */
  readonly keys?: string
  readonly children: ReactNode
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'>, Look {}

const look = ({ variant = 'secondary', size = 'md' }: Look) => cx(styles.button, styles[variant], styles[size])

function Content({ icon, keys, children }: Look) {
  return (
    <>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {keys && <Kbd keys={keys} tone="inherit" />}
    </>
  )
}

/** A push button; `primary` is for the one thing a screen is there for. */
export function Button({ variant, size, icon, keys, children, ...rest }: ButtonProps) {
  const props = { variant, size, icon, keys, children } as Look
  return (
    <AriaButton {...rest} className={look(props)}>
      <Content {...props} />
    </AriaButton>
  )
}

export interface LinkButtonProps extends Look {
  readonly href: string
}

/** A link that looks like a button: it goes somewhere instead of doing something. */
export function LinkButton({ href, ...props }: LinkButtonProps) {
  return (
    <AriaLink href={href} className={look(props)}>
      <Content {...props} />
    </AriaLink>
  )
}

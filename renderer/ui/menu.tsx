import ChevronRight from 'lucide-react/icons/chevron-right'
import { type ReactElement, type ReactNode, useMemo } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  SubmenuTrigger as AriaSubmenuTrigger,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import styles from './popover.module.css'

export interface MenuProps {
  /** The button that opens it, of this kit. */
  readonly trigger: ReactElement
  readonly label: string
  readonly children: ReactNode
  /** Whether it is open, for menus that a key opens too. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** A list of things to do that opens from a button. */
export function Menu({ trigger, label, children, ...open }: MenuProps) {
  return (
    <MenuTrigger {...open}>
      {trigger}
      <Popover placement="bottom end" className={cx(styles.popover, styles.menu)}>
        <AriaMenu aria-label={label} {...(open.isOpen && { autoFocus: 'first' })} className={cx(styles.list)}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface PopupMenuProps {
  /** What it opens at. */
  readonly anchor: Element
  readonly label: string
  readonly children: ReactNode
  onClose(): void
}

/** A menu that many elements share: it is there while it is open, at the one that opened it. */
export function PopupMenu({ anchor, label, children, onClose }: PopupMenuProps) {
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      isOpen
      aria-label={label}
      trigger="MenuTrigger"
      triggerRef={anchorRef}
      placement="bottom start"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={cx(styles.popover, styles.menu)}
    >
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className={cx(styles.list)}>
        {children}
      </AriaMenu>
    </Popover>
  )
}

export interface MenuItemProps {
  readonly icon?: ReactNode
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly children: string
  onAction?(): void
}

/** One thing to do. */
export function MenuItem({ icon, keys, isDanger, isDisabled = false, children, onAction }: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={children}
      isDisabled={isDisabled}
      {...(onAction ? { onAction } : {})}
      className={cx(styles.item, isDanger && styles.danger)}
    >
      {({ hasSubmenu }) => (
        <>
          {icon}
          <span className={styles.body}>{children}</span>
          {keys && <Kbd keys={keys} />}
          {hasSubmenu && <ChevronRight aria-hidden="true" />}
        </>
      )}
    </AriaMenuItem>
  )
}

export interface SubmenuProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A menu behind an item of a menu. */
export function Submenu({ label, icon, children }: SubmenuProps) {
  return (
    <AriaSubmenuTrigger>
      <MenuItem icon={icon}>{label}</MenuItem>
      <Popover className={cx(styles.popover, styles.menu)}>
        <AriaMenu aria-label={label} className={cx(styles.list)}>
          {children}
        </AriaMenu>
      </Popover>
    </AriaSubmenuTrigger>
  )
}

/** A line between groups of things to do. */
export const MenuSeparator = () => <Separator className={cx(styles.separator)} />

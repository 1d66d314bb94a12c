import { cx } from './cx.ts'
import styles from './kbd.module.css'

export interface KbdProps {
  /** Keys as `Mod+Enter` or, one after the other, `g l`. */
  readonly keys: string
  readonly tone?: 'plain' | 'inherit'
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
const NAMES: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  Enter: '↵',
}

const shown = (key: string) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)

/** Keys drawn as keys. Screen readers skip them: the label beside says what happens. */
export function Kbd({ keys, tone = 'plain' }: KbdProps) {
  const strokes = keys.split(' ').map((stroke) => (stroke === '+' ? ['+'] : stroke.split('+')))
  return (
    <span className={cx(styles.keys, styles[tone])} aria-hidden="true">
      {strokes.flat().map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never change places
        <kbd key={index}>{shown(key)}</kbd>
      ))}
    </span>
  )
}

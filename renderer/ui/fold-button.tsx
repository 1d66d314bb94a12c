import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import styles from './fold-button.module.css'

export interface FoldButtonProps {
  readonly isOpen: boolean
  /** A name for what is folded, by which a screen finds the button. */
  readonly 'data-fold'?: string
  readonly 'aria-label'?: string
  /** The id of what is shown, while it is shown. */
  readonly 'aria-controls'?: string | undefined
  readonly children: ReactNode
  onToggle(): void
}

/** Shows and hides what is folded away beside it. */
export function FoldButton({ isOpen, children, onToggle, ...rest }: FoldButtonProps) {
  return (
    <button type="button" {...rest} className={styles.fold} aria-expanded={isOpen} onClick={onToggle}>
      <ChevronRight aria-hidden="true" />
      {children}
    </button>
  )
}

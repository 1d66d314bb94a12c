import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly size?: 'sm' | 'md' | 'lg'
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog'
  /** There is nothing to press in it; the keyboard scrolls it. */
  readonly isReading?: boolean
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  onClose(): void
}

/** A window over the page; Escape and a click outside close it. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, size = 'md', role = 'dialog', isReading = false, children, actions, onClose } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => !open && onClose()}
      className={cx(styles.overlay)}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog role={role} className={cx(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" className={cx(styles.title)}>
              {title}
            </Heading>
            {role === 'dialog' && (
              <IconButton label="Close" size="sm" onPress={onClose}>
                <X />
              </IconButton>
            )}
          </header>
          <div className={styles.body} tabIndex={isReading ? 0 : undefined}>
            {children}
          </div>
          {actions && <footer className={styles.footer}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

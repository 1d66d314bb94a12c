import X from 'lucide-react/icons/x'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import styles from './toast.module.css'

export interface ToastOptions {
  readonly text: string
  /** A second, quieter line. */
  readonly detail?: string
  readonly tone?: 'plain' | 'danger'
  readonly action?: { readonly label: string; readonly onPress: () => void }
  /** A new toast replaces the one with the same tag. */
  readonly tag?: string
  /** Stays until it is closed. */
  readonly isSticky?: boolean
}

export interface Toasts {
  /** Shows a toast and returns its closer. */
  show(options: ToastOptions): () => void
}

const ToastsContext = createContext<Toasts | null>(null)
const SHOWN_MS = 7000
/** Pointer and focus keep a message on the screen, but never longer: the core waits five minutes before it deletes. */
const MOST_MS = 4 * 60_000

/** The toasts of the app; call `show`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastsContext)
  if (!toasts) throw new Error('useToasts outside ToastProvider')
  return toasts
}

function createToasts(queue: ToastQueue<ToastOptions>): Toasts {
  const tagged = new Map<string, string>()
  return {
    show(options) {
      const previous = options.tag && tagged.get(options.tag)
      if (previous) queue.close(previous)
      const key = queue.add(options, options.isSticky ? {} : { timeout: SHOWN_MS })
      if (options.action) setTimeout(() => queue.close(key), MOST_MS)
      if (options.tag) tagged.set(options.tag, key)
      return () => queue.close(key)
    },
  }
}

/** Holds the toasts and shows them at the foot of the window; F6 reaches them. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [queue] = useState(() => new ToastQueue<ToastOptions>({ maxVisibleToasts: 3 }))
  const toasts = useMemo(() => createToasts(queue), [queue])
  return (
    <ToastsContext value={toasts}>
      {children}
      <ToastRegion queue={queue} className={cx(styles.region)} aria-label="Messages">
        {({ toast }) => <OneToast toast={toast} onClose={() => queue.close(toast.key)} />}
      </ToastRegion>
    </ToastsContext>
  )
}

interface OneToastProps {
  readonly toast: React.ComponentProps<typeof AriaToast<ToastOptions>>['toast']
  onClose(): void
}

function OneToast({ toast, onClose }: OneToastProps) {
  const { text, detail, tone, action } = toast.content
  return (
    <AriaToast toast={toast} className={cx(styles.toast, tone === 'danger' && styles.danger)}>
      <ToastContent className={cx(styles.content)}>
        <Text slot="title" className={cx(styles.text)}>
          {text}
        </Text>
        {detail && (
          <Text slot="description" className={cx(styles.detail)}>
            {detail}
          </Text>
        )}
      </ToastContent>
      {action && (
        <Button
          size="sm"
          onPress={() => {
            onClose()
            action.onPress()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Close message" size="sm" onPress={onClose}>
        <X />
      </IconButton>
    </AriaToast>
  )
}

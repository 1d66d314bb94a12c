import Check from 'lucide-react/icons/check'
import type { ReactNode } from 'react'
import styles from './welcome.module.css'

export interface WelcomeStepProps {
  readonly title: string
  /** What has been done, once it has. */
  readonly done: string | null
  readonly children: ReactNode
}

/** One step of the first start; a step that is done stays open for more. */
export function WelcomeStep({ title, done, children }: WelcomeStepProps) {
  return (
    <li className={styles.step} data-done={done !== null || undefined}>
      <div className={styles.body}>
        <h2 className={styles.title}>{title}</h2>
        {children}
        {done && (
          <p className={styles.done} role="status">
            <Check aria-hidden="true" />
            {done}
          </p>
        )}
      </div>
    </li>
  )
}

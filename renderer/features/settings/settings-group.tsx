import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

export interface SettingsGroupProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** Settings that belong together, under a heading. */
export function SettingsGroup({ title, hint, children }: SettingsGroupProps) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.controls}>{children}</div>
    </section>
  )
}

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { cx } from '../../ui/cx.ts'
import styles from './screen.module.css'

export interface ScreenProps {
  readonly title: string
  /** Shown in place of the title; the title still names the window. */
  readonly heading?: ReactNode
  /** Above the heading: where this screen belongs. */
  readonly trail?: ReactNode
  readonly actions?: ReactNode
  /** Leaves the header out of view; it is still there for screen readers. */
  readonly isBare?: boolean
  readonly children: ReactNode
}

/** The frame of a screen: names the window, takes the focus when it opens, keeps scrolling inside. */
export function Screen({ title, heading, trail, actions, isBare = false, children }: ScreenProps) {
  const id = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Starbeat`
  }, [title])
  useEffect(() => {
    const isTaken = document.activeElement?.closest('main')
    if (!isTaken) headingRef.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main className={styles.screen} aria-labelledby={id}>
      <header className={cx(styles.header, isBare && styles.bare)}>
        <div className={styles.titles}>
          {trail && <div className={styles.trail}>{trail}</div>}
          <h1 id={id} ref={headingRef} tabIndex={-1} className={styles.heading}>
            {heading ?? title}
          </h1>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </main>
  )
}

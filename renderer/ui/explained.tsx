import type { ReactNode } from 'react'
import { Button, DialogTrigger, Popover } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './explained.module.css'
import popover from './popover.module.css'

export interface ExplainedProps {
  /** The term in view; pressing it explains it. */
  readonly term: string
  /** What is explained: paragraphs. */
  readonly children: ReactNode
}

/** A term that explains itself when it is pressed. */
export function Explained({ term, children }: ExplainedProps) {
  return (
    <DialogTrigger>
      <Button className={cx(styles.term)} aria-label={`${term.endsWith('?') ? term : `${term}:`} what is this?`}>
        {term}
      </Button>
      {/* Without a dialog in it, the popover is one itself, with its hidden buttons inside. */}
      <Popover aria-label={term} placement="bottom start" className={cx(popover.popover, styles.popover)}>
        <div className={styles.text}>{children}</div>
      </Popover>
    </DialogTrigger>
  )
}

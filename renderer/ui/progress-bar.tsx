import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  /** 0-1, or null while it cannot be told. */
  readonly value: number | null
  readonly onCancel?: () => void
}

/** How far work has come; with `onCancel`, a way to stop it. */
export function ProgressBar({ label, value, onCancel }: ProgressBarProps) {
  return (
    <div className={styles.root}>
      <AriaProgressBar
        value={(value ?? 0) * 100}
        isIndeterminate={value === null}
        className={cx(styles.progress, value === null && styles.indeterminate)}
      >
        {({ percentage, valueText }) => (
          <>
            <span className={styles.head}>
              <Label>{label}</Label>
              {value !== null && <span className="figures">{valueText}</span>}
            </span>
            <span className={styles.track}>
              <span className={styles.fill} style={value === null ? {} : { width: `${percentage}%` }} />
            </span>
          </>
        )}
      </AriaProgressBar>
      {onCancel && (
        <Button size="sm" onPress={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}

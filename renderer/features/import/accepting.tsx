import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../shared/screen.tsx'
import styles from './import-preview.module.css'
import type { Accepting as AcceptingState } from './round.ts'

export interface AcceptingProps {
  readonly accepting: AcceptingState
  readonly isStopped: boolean
  onCancel(): void
}

/** While all documents are accepted: how far it is, and the way to stop. */
export function Accepting({ accepting: { at, total, fileName }, isStopped, onCancel }: AcceptingProps) {
  return (
    <Screen title={`Importing ${total} documents`} trail="Import">
      <div className={styles.reading}>
        <ProgressBar
          label={isStopped ? 'Stopping…' : `Importing ${at} of ${total}: ${fileName}`}
          value={(at - 1) / total}
          onCancel={onCancel}
        />
      </div>
    </Screen>
  )
}

import type { Backups } from '#contract/backups'
import { errorText } from '../shared/error-text.ts'
import { formatMoment } from '../shared/format.ts'
import styles from './backups.module.css'

/** What one should know first: how a restore went, and that a copy could not be made. */
export function BackupNotices({ view: { restored, failure } }: { readonly view: Backups }) {
  if (!restored && !failure) return null
  return (
    <div className={styles.notices}>
      {restored && restored.aside !== null && (
        <div role="status" className={styles.done}>
          <strong>Restored</strong>
          <span>
            You see what was backed up on {formatMoment(restored.madeAt)}. What was here before is set aside below; you
            can go back to it.
          </span>
        </div>
      )}
      {restored && restored.aside === null && (
        <div role="alert" className={styles.refused}>
          <strong>The restore was taken back</strong>
          <span>
            The backup of {formatMoment(restored.madeAt)} could not be put in place. Everything is as it was before.
          </span>
        </div>
      )}
      {failure && (
        <div role="alert" className={styles.refused}>
          <strong>The daily copy could not be made</strong>
          <span>
            {errorText(failure.code).title} ({formatMoment(failure.at)}). Your data is untouched; Starbeat tries again
            within the hour.
          </span>
        </div>
      )}
    </div>
  )
}

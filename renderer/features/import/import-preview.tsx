import { errorCode } from '#domain/errors'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { ImportActions } from './import-actions.tsx'
import styles from './import-preview.module.css'
import { usePendingImports } from './pending-imports.tsx'
import { type ImportDocument, waitingIn } from './queue.ts'
import { QueueStrip } from './queue-strip.tsx'
import { Review } from './review.tsx'
import { explainUnread } from './unreadable.ts'
import type { Import } from './use-import.ts'
import type { Previews, Reading } from './use-previews.ts'

export interface ImportPreviewProps {
  readonly document: ImportDocument
  readonly previews: Previews
  readonly importing: Import
}

/** One document before it is accepted: its text on the left, what was understood on the right. */
export function ImportPreview({ document, previews, importing }: ImportPreviewProps) {
  const { queue } = usePendingImports()
  const reading = previews.readings.get(document.id) ?? { state: 'waiting' as const }
  const at = queue.documents.indexOf(document) + 1
  const isOne = queue.documents.length === 1
  const skip = () => importing.skip(document)
  // Once it is read, Escape first undoes a selection (review.tsx).
  useShortcuts(SHORTCUTS, { back: reading.state === 'ready' ? null : skip })
  return (
    <Screen
      title={document.fileName}
      trail={isOne ? 'Import' : `Import · document ${at} of ${queue.documents.length}`}
      actions={<ImportActions document={document} previews={previews} importing={importing} />}
    >
      {!isOne && <QueueStrip previews={previews} onChoose={importing.reopen} onCancel={importing.cancelRound} />}
      {reading.state === 'ready' ? (
        <Review document={document} preview={reading.preview} onLeave={skip} />
      ) : (
        <Unread document={document} reading={reading} previews={previews} importing={importing} />
      )}
    </Screen>
  )
}

interface UnreadProps extends ImportPreviewProps {
  readonly reading: Exclude<Reading, { state: 'ready' }>
}

function Unread({ document, reading, previews, importing }: UnreadProps) {
  const { queue } = usePendingImports()
  // A cancelled document leaves the line at once.
  if (reading.state === 'failed' && errorCode(reading.error) === 'cancelled') return null
  if (reading.state === 'failed') {
    const isLast = waitingIn(queue).length === 1
    return (
      <ErrorNotice
        text={explainUnread(reading.error, document.fileName)}
        subject={document.fileName}
        actions={
          isLast ? (
            <ChooseFiles label="Choose another document…" />
          ) : (
            <Button onPress={() => importing.skip(document)}>Go on to the next document</Button>
          )
        }
      />
    )
  }
  const cancel = async () => {
    await previews.cancel(document.id)
    importing.remove(document)
  }
  return (
    <div className={styles.reading}>
      <ProgressBar
        label={`Reading ${document.fileName}…`}
        value={reading.state === 'reading' && reading.progress ? reading.progress : null}
        onCancel={cancel}
      />
    </div>
  )
}

import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { BankPreview } from '#contract/banks'
import type { LineRange } from '#domain/story'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { SourceView } from '../shared/source-view.tsx'
import styles from './import-preview.module.css'
import { type PendingImport, usePendingImports } from './pending-imports.tsx'
import { PreviewSummary } from './preview-summary.tsx'
import { PreviewTabs } from './preview-tabs.tsx'
import { useImportDecision, usePreview } from './use-import.ts'

/** One document before it is accepted: its text on the left, what was understood on the right. */
export function ImportPreview({ pending }: { readonly pending: PendingImport }) {
  const { data: preview, error } = usePreview(pending)
  const { accept, skip, drop } = useImportDecision(pending)
  const { waiting, total } = usePendingImports()
  const [isAccepting, setAccepting] = useState(false)
  const place = total > 1 ? `Import · document ${total - waiting.length + 1} of ${total}` : 'Import'
  useShortcuts(SHORTCUTS, { back: skip })
  const onLeave = useEffectEvent(drop)
  // What cannot be read would only be in the way the next time.
  useEffect(() => (error ? () => onLeave() : undefined), [error])

  const onAccept = async (shown: BankPreview) => {
    setAccepting(true)
    await accept(shown)
    setAccepting(false)
  }
  return (
    <Screen
      title={pending.fileName}
      trail={place}
      actions={
        <>
          <Button onPress={skip}>{total > 1 ? 'Skip' : 'Cancel'}</Button>
          {preview && (
            <Button
              variant="primary"
              isDisabled={preview.bank.stories.length === 0 || isAccepting}
              onPress={() => onAccept(preview)}
            >
              {preview.updates ? 'Accept update' : 'Accept'}
            </Button>
          )}
        </>
      }
    >
      {preview && <Understood preview={preview} />}
      {error && <ErrorNotice error={error} actions={<Button onPress={drop}>Choose another document</Button>} />}
      {!preview && !error && <Loading label="Reading the document…" />}
    </Screen>
  )
}

function Understood({ preview }: { readonly preview: BankPreview }) {
  const [marked, setMarked] = useState<LineRange | null>(null)
  const [target, setTarget] = useState<LineRange | null>(null)
  const jump = useCallback((lines: LineRange) => {
    setMarked(lines)
    setTarget({ ...lines })
  }, [])
  return (
    <>
      <PreviewSummary preview={preview} />
      <div className={styles.panes}>
        <div className={styles.source}>
          <SourceView label="The document" text={preview.text} marked={marked} target={target} />
        </div>
        <PreviewTabs bank={preview.bank} onMark={setMarked} onJump={jump} />
      </div>
    </>
  )
}

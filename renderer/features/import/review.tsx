import type { BankPreview } from '#contract/banks'
import { type Segment, SegmentedControl } from '../../ui/segmented-control.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { CorrectionBar } from './correction-bar.tsx'
import { ImportSource } from './import-source.tsx'
import { PreviewSummary } from './preview-summary.tsx'
import { PreviewTabs } from './preview-tabs.tsx'
import type { ImportDocument } from './queue.ts'
import styles from './review.module.css'
import { ReviewProvider } from './review-context.ts'
import { IMPORT_SHORTCUTS } from './shortcuts.ts'
import { useLinking } from './use-linking.ts'
import { type ReviewSide, useReview } from './use-review.ts'

export interface ReviewProps {
  readonly document: ImportDocument
  readonly preview: BankPreview
  onLeave(): void
}

const SIDES: readonly Segment<ReviewSide>[] = [
  { id: 'document', label: 'Document' },
  { id: 'understood', label: 'Understood' },
]

/** What was understood of a document, beside the document, to be set right. */
export function Review({ document, preview, onLeave }: ReviewProps) {
  const review = useReview(document, preview)
  const { corrections, columnRef, panesRef, link, side, setSide } = review
  useLinking(columnRef, link)
  useShortcuts(SHORTCUTS, { back: () => !review.backFromSource() && !review.unselect.current?.() && onLeave() })
  useShortcuts(IMPORT_SHORTCUTS, {
    undo: corrections.canUndo ? review.undo : null,
    redo: corrections.canRedo ? review.redo : null,
  })
  return (
    <ReviewProvider value={review}>
      <div className={styles.bar}>
        <PreviewSummary />
        <div className={styles.switch}>
          <SegmentedControl<ReviewSide> label="Show" hideLabel items={SIDES} value={side} onChange={setSide} />
        </div>
        <CorrectionBar />
      </div>
      <div ref={panesRef} className={styles.panes} data-side={side}>
        <ImportSource />
        <div ref={columnRef} className={styles.understood}>
          <PreviewTabs />
        </div>
      </div>
    </ReviewProvider>
  )
}

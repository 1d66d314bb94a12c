import X from 'lucide-react/icons/x'
import { useMemo } from 'react'
import type { LineRange } from '#domain/story'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { SourceView } from '../shared/source-view.tsx'
import styles from './story.module.css'
import { useBankSource } from './use-story.ts'

export interface OriginalTextProps {
  readonly bankId: string
  readonly lines: LineRange | null
  onClose(): void
}

/** The document of the bank, at the lines of the story. */
export function OriginalText({ bankId, lines, onClose }: OriginalTextProps) {
  const { data: source, error } = useBankSource(bankId, true)
  const [from, to] = [lines?.from, lines?.to]
  const target = useMemo(() => (from && to ? { from, to } : null), [from, to])
  return (
    <aside className={styles.original} aria-label="Original text">
      <header className={styles.originalHead}>
        <span className={styles.fileName}>{source?.fileName ?? 'Original'}</span>
        {target && (
          <span className="figures">
            lines {target.from}–{target.to}
          </span>
        )}
        <IconButton label="Hide the original" keys="o" size="sm" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      {source && <SourceView label="The document" text={source.text} marked={target} target={target} />}
      {error && <ErrorNotice error={error} />}
      {!source && !error && <Loading />}
    </aside>
  )
}

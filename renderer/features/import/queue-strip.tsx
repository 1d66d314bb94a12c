import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Clock from 'lucide-react/icons/clock'
import FileText from 'lucide-react/icons/file-text'
import Minus from 'lucide-react/icons/minus'
import { useEffect, useRef } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { Button as PlainButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { plural } from '../shared/format.ts'
import { whyNoStory } from './no-story.tsx'
import { usePendingImports } from './pending-imports.tsx'
import { foldersOf, type ImportDocument } from './queue.ts'
import styles from './queue-strip.module.css'
import { explainUnread } from './unreadable.ts'
import type { Previews } from './use-previews.ts'
import { useStoryCount } from './use-story-count.ts'

/** Where a document stands, in a word or two. */
export function useDocumentWords(previews: Previews): (document: ImportDocument) => string {
  const storyCount = useStoryCount(previews)
  return (document) => {
    if (document.state !== 'waiting') return document.state
    const reading = previews.readings.get(document.id)
    switch (reading?.state) {
      case 'ready':
        return storyCount(document) === 0 ? 'no story' : plural(storyCount(document), 'story', 'stories')
      case 'reading':
        return reading.progress ? `reading, ${Math.round(reading.progress * 100)} %` : 'reading'
      case 'failed':
        return 'cannot be read'
      default:
        return 'waiting'
    }
  }
}

function StateIcon({ document, previews }: { readonly document: ImportDocument; readonly previews: Previews }) {
  if (document.state === 'accepted') return <Check aria-hidden="true" />
  if (document.state === 'skipped') return <Minus aria-hidden="true" />
  const reading = previews.readings.get(document.id)
  if (reading?.state === 'failed') return <CircleAlert aria-hidden="true" />
  return reading?.state === 'ready' ? <FileText aria-hidden="true" /> : <Clock aria-hidden="true" />
}

export interface QueueStripProps {
  readonly previews: Previews
  onChoose(id: number): void
  /** Gives up the whole line. */
  onCancel(): void
}

/** Home and End go to the first and the last document of a toolbar; returns the closer. */
function followEnds(toolbar: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Home' && event.key !== 'End') return
    const buttons = toolbar.querySelectorAll<HTMLElement>('button:not(:disabled)')
    event.preventDefault()
    buttons[event.key === 'Home' ? 0 : buttons.length - 1]?.focus()
  }
  toolbar.addEventListener('keydown', onKeyDown)
  return () => toolbar.removeEventListener('keydown', onKeyDown)
}

/** The documents in line, each with where it stands; a press brings one into view. */
export function QueueStrip({ previews, onChoose, onCancel }: QueueStripProps) {
  const { queue } = usePendingImports()
  const words = useDocumentWords(previews)
  const folders = foldersOf(queue.documents)
  const toolbarRef = useRef<HTMLDivElement>(null)
  useEffect(() => (toolbarRef.current ? followEnds(toolbarRef.current) : undefined), [])
  const currentRef = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one in view comes into view when it changes
  useEffect(() => {
    // Chromium answers with a promise, which is no closer.
    void currentRef.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [queue.currentId])
  return (
    <div className={styles.strip}>
      <Toolbar ref={toolbarRef} aria-label="Documents" className={cx(styles.documents)}>
        {queue.documents.map((document) => {
          const isCurrent = document.id === queue.currentId
          return (
            <Button
              key={document.id}
              ref={isCurrent ? currentRef : null}
              className={cx(styles.document, styles[document.state])}
              aria-current={isCurrent}
              isDisabled={document.state === 'accepted'}
              onPress={() => onChoose(document.id)}
            >
              <StateIcon document={document} previews={previews} />
              <span className={styles.name}>{document.fileName}</span>
              {folders.has(document.id) && <span className={styles.words}>{folders.get(document.id)}</span>}
              <span className={`${styles.words} figures`}>{words(document)}</span>
            </Button>
          )
        })}
      </Toolbar>
      <PlainButton variant="quiet" size="sm" onPress={onCancel}>
        Cancel import
      </PlainButton>
    </div>
  )
}

/** Why a document holds nothing to import. */
export function reasonOf(previews: Previews, document: ImportDocument): string {
  const reading = previews.readings.get(document.id)
  if (reading?.state === 'failed') return explainUnread(reading.error, document.fileName).title
  return reading?.state === 'ready' ? whyNoStory(reading.preview.text, reading.preview.bank) : 'It is not read yet'
}

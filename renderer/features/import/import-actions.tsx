import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import type { ImportPreviewProps } from './import-preview.tsx'
import { whyNoStory } from './no-story.tsx'
import { usePendingImports } from './pending-imports.tsx'
import { waitingIn } from './queue.ts'
import { IMPORT_SHORTCUTS } from './shortcuts.ts'
import { useStoryCount } from './use-story-count.ts'

/** What can be done with a document, and with all that wait. */
export function ImportActions({ document, previews, importing }: ImportPreviewProps) {
  const { queue } = usePendingImports()
  const reasonId = useId()
  const storyCount = useStoryCount(previews)
  const waiting = waitingIn(queue)
  const reading = previews.readings.get(document.id)
  const isBusy = importing.isAccepting
  const canAccept = reading?.state === 'ready' && storyCount(document) > 0 && !isBusy
  const full = waiting.filter((each) => storyCount(each) > 0)
  const isAllRead = waiting.every(({ id }) => ['ready', 'failed'].includes(previews.readings.get(id)?.state ?? ''))
  const reason =
    reading?.state === 'ready' && storyCount(document) === 0
      ? whyNoStory(reading.preview.text, reading.preview.bank)
      : null
  const accept = () => void importing.accept(document)
  useShortcuts(IMPORT_SHORTCUTS, { accept: canAccept ? accept : null })
  return (
    <>
      {/* While it reads, the progress has its own way to stop. */}
      {(waiting.length > 1 || reading?.state !== 'reading') && (
        <Button isDisabled={isBusy} onPress={() => importing.skip(document)}>
          {waiting.length > 1 ? 'Skip' : 'Cancel'}
        </Button>
      )}
      {waiting.length > 1 && (
        <Button isDisabled={!isAllRead || full.length === 0 || isBusy} onPress={() => void importing.acceptAll()}>
          {full.length > 0 ? `Accept all ${full.length}` : 'Accept all'}
        </Button>
      )}
      {reading?.state === 'ready' && (
        <span title={reason ?? undefined}>
          <Button
            variant="primary"
            isDisabled={!canAccept}
            onPress={accept}
            {...(reason ? { 'aria-describedby': reasonId } : {})}
          >
            {reading.preview.updates ? 'Accept update' : 'Accept'}
          </Button>
          {reason && (
            <span id={reasonId} className="visually-hidden">
              {reason}
            </span>
          )}
        </span>
      )}
    </>
  )
}

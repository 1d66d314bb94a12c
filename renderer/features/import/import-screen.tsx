import { useSyncExternalStore } from 'react'
import { Accepting } from './accepting.tsx'
import { FileDrop } from './file-drop.tsx'
import { ImportEnd } from './import-end.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportStart } from './import-start.tsx'
import { usePendingImports } from './pending-imports.tsx'
import { waitingIn } from './queue.ts'
import { useImport } from './use-import.ts'
import { usePaste } from './use-paste.ts'
import { usePreviews } from './use-previews.ts'

/** Import: choose documents, then see and set right what was understood before anything is written. */
export function ImportScreen() {
  const { queue, round } = usePendingImports()
  const { accepting } = useSyncExternalStore(round.subscribe, round.state)
  usePaste(accepting === null)
  return (
    <>
      {waitingIn(queue).length > 0 || accepting ? <ImportRound /> : <ImportStart />}
      <FileDrop />
    </>
  )
}

function ImportRound() {
  const { queue } = usePendingImports()
  const previews = usePreviews(queue.documents, queue.currentId)
  const importing = useImport(previews)
  const { accepting, isStopped, isOver, stopAccepting } = importing
  const current = queue.documents.find(({ id }) => id === queue.currentId) ?? waitingIn(queue)[0]
  if (accepting) return <Accepting accepting={accepting} isStopped={isStopped} onCancel={stopAccepting} />
  if (isOver) return <ImportEnd previews={previews} importing={importing} />
  return current && <ImportPreview key={current.id} document={current} previews={previews} importing={importing} />
}

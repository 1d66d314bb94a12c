import { FileDrop } from './file-drop.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportStart } from './import-start.tsx'
import { usePendingImports } from './pending-imports.tsx'

/** Import: choose a document, then see what was understood before anything is written. */
export function ImportScreen() {
  const { waiting } = usePendingImports()
  const [first] = waiting
  return (
    <>
      {first ? <ImportPreview key={first.id} pending={first} /> : <ImportStart />}
      <FileDrop />
    </>
  )
}

import LibraryIcon from 'lucide-react/icons/library'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChooseFiles } from '../import/choose-files.tsx'
import { useSamples } from './use-library.ts'

/** The library before the first bank. */
export function EmptyLibrary() {
  const importSamples = useSamples()
  return (
    <EmptyState
      icon={<LibraryIcon />}
      title="No stories yet"
      actions={
        <>
          <Button onPress={importSamples}>Try the sample bank</Button>
          <ChooseFiles variant="primary" label="Import your stories…" />
        </>
      }
    >
      Bring in the notes you already have: Markdown, text, Word or a table, in your own form. Choose files, or drop them
      on this window. You see what was understood before anything is stored.
    </EmptyState>
  )
}

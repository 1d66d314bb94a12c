import FileUp from 'lucide-react/icons/file-up'
import { useLocation } from 'wouter'
import { LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { FileDrop } from '../import/file-drop.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { EmptyLibrary } from './empty-library.tsx'
import { LibraryPanes } from './library-panes.tsx'
import { useLibrary } from './use-library.ts'

/** Library: every bank and story, and the way to bring in more. */
export function LibraryScreen() {
  const { library, error } = useLibrary()
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { import: () => navigate('/import') })
  const isEmpty = library?.banks.length === 0
  return (
    <Screen
      title="Library"
      actions={
        !isEmpty && (
          <LinkButton href="#/import" icon={<FileUp />} keys="i">
            Import
          </LinkButton>
        )
      }
    >
      {error && <ErrorNotice error={error} />}
      {!library && !error && <Loading />}
      {library && (isEmpty ? <EmptyLibrary /> : <LibraryPanes {...library} />)}
      <FileDrop />
    </Screen>
  )
}

import FileUp from 'lucide-react/icons/file-up'
import FolderOpen from 'lucide-react/icons/folder-open'
import { FileTrigger } from 'react-aria-components'
import { Button, type ButtonVariant } from '../../ui/button.tsx'
import { EXTENSIONS, fromFolder, single } from './gather-files.ts'
import { usePendingImports } from './pending-imports.tsx'

export interface ChooseFilesProps {
  readonly label?: string
  readonly variant?: ButtonVariant
}

/** Opens the system's file dialog; the chosen documents go to their preview. */
export function ChooseFiles({ label = 'Choose files…', variant = 'secondary' }: ChooseFilesProps) {
  const { addFiles } = usePendingImports()
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={[...EXTENSIONS]}
      onSelect={(files) => files && void addFiles(single(files))}
    >
      <Button variant={variant} icon={<FileUp />}>
        {label}
      </Button>
    </FileTrigger>
  )
}

/** Opens the system's folder dialog; every document in the folder and below goes to its preview. */
export function ChooseFolder() {
  const { addFiles } = usePendingImports()
  return (
    <FileTrigger acceptDirectory onSelect={(files) => files && void addFiles(fromFolder([...files]))}>
      <Button icon={<FolderOpen />}>Choose a folder…</Button>
    </FileTrigger>
  )
}

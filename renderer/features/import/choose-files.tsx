import FileUp from 'lucide-react/icons/file-up'
import { FileTrigger } from 'react-aria-components'
import { Button, type ButtonVariant } from '../../ui/button.tsx'
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
      acceptedFileTypes={['.md', '.markdown', '.txt', 'text/markdown', 'text/plain']}
      onSelect={(files) => files && addFiles([...files])}
    >
      <Button variant={variant} icon={<FileUp />}>
        {label}
      </Button>
    </FileTrigger>
  )
}

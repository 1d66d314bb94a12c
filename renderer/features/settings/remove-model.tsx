import type { RefObject } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { HomeAfterwards } from './home-afterwards.tsx'
import { useModelActions } from './use-models.ts'

export interface RemoveModelProps {
  /** The model that may go; null when none is asked about. */
  readonly model: { readonly id: string; readonly name: string } | null
  /** What the focus goes to when the button that opened the dialog has gone with its model. */
  readonly home: RefObject<HTMLElement | null>
  onClose(): void
}

/** Asks before a model's file is deleted. */
export function RemoveModel({ model, home, onClose }: RemoveModelProps) {
  const { remove } = useModelActions()
  const onRemove = () => {
    if (model) void remove(model.id, model.name)
    onClose()
  }
  return (
    <Dialog
      title={`Remove ${model?.name ?? ''}?`}
      size="sm"
      role="alertdialog"
      isOpen={model !== null}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Keep it
          </Button>
          <Button variant="danger" onPress={onRemove}>
            Remove
          </Button>
        </>
      }
    >
      <HomeAfterwards home={home} />
      The file is deleted from Starbeat's folder. Recordings and transcripts stay. To use the model again, download it
      or add its file again.
    </Dialog>
  )
}

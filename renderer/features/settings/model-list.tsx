import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { ModelInfo } from '#contract/app'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { formatBytes } from '../shared/format.ts'
import styles from './settings.module.css'
import { useModelActions, useModels } from './use-models.ts'

const wordsFor = (model: ModelInfo) =>
  [
    formatBytes(model.sizeBytes),
    model.multilingual ? 'many languages' : 'English only',
    model.borrowed && 'used from where it lies',
  ]
    .filter(Boolean)
    .join(' · ')

/** The models to choose from, and the way to remove one. */
export function ModelList() {
  const models = useModels()
  const { activate, remove } = useModelActions()
  const [leaving, setLeaving] = useState<ModelInfo | null>(null)
  if (!models) return null
  if (models.length === 0) {
    return (
      <p className={styles.quiet}>
        There is no model yet. Without one Starbeat records, plays back and lets you tick points by hand; with one it
        hears what you said, on this machine.
      </p>
    )
  }
  const items = models.map((model) => ({
    id: model.id,
    label: model.name,
    hint: wordsFor(model),
    action: !model.borrowed && (
      <IconButton label={`Remove ${model.name}`} size="sm" onPress={() => setLeaving(model)}>
        <Trash />
      </IconButton>
    ),
  }))
  return (
    <>
      <RadioGroup
        label="Speech model in use"
        hideLabel
        items={items}
        value={models.find((model) => model.active)?.id ?? null}
        onChange={activate}
      />
      <Dialog
        title={`Remove ${leaving?.name ?? ''}?`}
        size="sm"
        role="alertdialog"
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button autoFocus onPress={() => setLeaving(null)}>
              Keep it
            </Button>
            <Button
              variant="danger"
              onPress={() => {
                if (leaving) void remove(leaving.id, leaving.name)
                setLeaving(null)
              }}
            >
              Remove
            </Button>
          </>
        }
      >
        The file is deleted from Starbeat's folder. Recordings and transcripts stay. To use the model again, add its
        file again.
      </Dialog>
    </>
  )
}

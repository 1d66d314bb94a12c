import Trash from 'lucide-react/icons/trash-2'
import { type RefObject, useState } from 'react'
import type { ModelInfo } from '#contract/models'
import { IconButton } from '../../ui/icon-button.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { modelWords } from './model-words.ts'
import { RemoveModel } from './remove-model.tsx'
import { useModelActions } from './use-models.ts'

export interface ModelListProps {
  readonly models: readonly ModelInfo[]
  /** Where the focus goes when a model goes with its button. */
  readonly home: RefObject<HTMLElement | null>
}

/** The models to choose from, and the way to remove one. */
export function ModelList({ models, home }: ModelListProps) {
  const { activate } = useModelActions()
  const [leaving, setLeaving] = useState<ModelInfo | null>(null)
  const items = models.map((model) => ({
    id: model.id,
    label: model.name,
    hint: modelWords(model),
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
      <RemoveModel model={leaving} home={home} onClose={() => setLeaving(null)} />
    </>
  )
}

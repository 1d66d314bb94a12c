import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { CatalogueModel, VoiceActivityInfo } from '#contract/models'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatBytes } from '../shared/format.ts'
import { DownloadRow } from './download-row.tsx'
import styles from './models.module.css'
import { RemoveModel } from './remove-model.tsx'
import settings from './settings.module.css'
import { useLastingFocus } from './use-lasting-focus.ts'

export interface VoiceActivityProps {
  readonly installed: readonly VoiceActivityInfo[]
  readonly offered: readonly CatalogueModel[]
}

/** The models that tell speech from noise: those on this machine, and those to download. */
export function VoiceActivity({ installed, offered }: VoiceActivityProps) {
  const [leaving, setLeaving] = useState<VoiceActivityInfo | null>(null)
  const home = useLastingFocus<HTMLDivElement>()
  return (
    <div ref={home} className={settings.controls}>
      {installed.map((model) => (
        <div key={model.id} className={styles.row}>
          <div className={styles.about}>
            <span className={styles.name}>{model.name}</span>
            <span className={styles.hint}>{formatBytes(model.sizeBytes)} · on this machine</span>
          </div>
          <IconButton label={`Remove ${model.name}`} size="sm" onPress={() => setLeaving(model)}>
            <Trash />
          </IconButton>
        </div>
      ))}
      {offered
        .filter((model) => !model.installed)
        .map((model) => (
          <DownloadRow key={model.id} model={model} title={model.name} />
        ))}
      <RemoveModel model={leaving} home={home} onClose={() => setLeaving(null)} />
    </div>
  )
}

import Download from 'lucide-react/icons/download'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import type { CatalogueModel } from '#contract/models'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { errorText } from '../shared/error-text.ts'
import { formatBytes } from '../shared/format.ts'
import { costWords, downloadWords, speedWords } from './model-words.ts'
import styles from './models.module.css'
import { useArrived, useDownload } from './use-catalogue.ts'
import { useLastingFocus } from './use-lasting-focus.ts'

export interface DownloadRowProps {
  readonly model: CatalogueModel
  /** How the row is called where several stand together. */
  readonly title: string
}

/** One model to download: what it is and costs, and where its download stands. */
export function DownloadRow({ model, title }: DownloadRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.about}>
        <span className={styles.name}>
          {title}
          {title !== model.name && <span className={styles.id}>{model.name}</span>}
          {model.recommended && <span className={styles.badge}>Recommended</span>}
        </span>
        <ModelFigures model={model} />
        <DownloadProgress model={model} />
      </div>
      <DownloadActions model={model} />
    </div>
  )
}

/** What a model costs, and how fast it would be here. */
export function ModelFigures({ model }: { readonly model: CatalogueModel }) {
  const speed = speedWords(model)
  return (
    <>
      <span className={styles.hint}>{costWords(model)}</span>
      {speed && <span className={styles.hint}>{speed}</span>}
    </>
  )
}

/** How much of a download has arrived, and why it stopped. */
export function DownloadProgress({ model }: { readonly model: CatalogueModel }) {
  const arrived = useArrived(model)
  const { download } = model
  const words = downloadWords(model)
  if (!download || words === null) return null
  const amount = `${formatBytes(Math.round(arrived * model.sizeBytes))} of ${formatBytes(model.sizeBytes)}`
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={download.state === 'checking' ? words : `${words}, ${amount}`}
        value={download.state === 'checking' ? null : arrived}
      />
      {download.code && (
        <p className={styles.refusal}>
          <strong>{errorText(download.code).title}.</strong> {errorText(download.code).detail}
        </p>
      )}
    </div>
  )
}

/** Starts, pauses, goes on with and discards a download. */
export function DownloadActions({
  model,
  variant = 'secondary',
}: {
  model: CatalogueModel
  variant?: 'primary' | 'secondary'
}) {
  const { start, pause, discard } = useDownload(model.id)
  const root = useLastingFocus<HTMLDivElement>()
  const { download, name } = model
  if (model.installed && !download) {
    return (
      <div ref={root} tabIndex={-1} className={styles.done}>
        On this machine
      </div>
    )
  }
  const isUnderWay = download !== null && ['waiting', 'running', 'checking'].includes(download.state)
  const [label, icon] = isUnderWay
    ? (['Pause', <Pause key="icon" />] as const)
    : download
      ? (['Go on', <Play key="icon" />] as const)
      : (['Download', <Download key="icon" />] as const)
  return (
    <div ref={root} className={styles.actions}>
      <Button
        size="sm"
        variant={isUnderWay ? 'secondary' : variant}
        icon={icon}
        aria-label={`${label} ${name}`}
        onPress={isUnderWay ? pause : start}
      >
        {label}
      </Button>
      {download && (
        <Button size="sm" variant="quiet" aria-label={`Cancel the download of ${name}`} onPress={discard}>
          Cancel
        </Button>
      )}
    </div>
  )
}

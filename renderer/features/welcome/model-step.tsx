import type { CatalogueModel } from '#contract/models'
import { AddModel } from '../settings/add-model.tsx'
import { DownloadActions, DownloadProgress } from '../settings/download-row.tsx'
import { catalogueWords, FAMILIES } from '../settings/model-words.ts'
import { SpeedCheck } from '../settings/speed-check.tsx'
import { useCatalogue } from '../settings/use-catalogue.ts'
import styles from './welcome.module.css'

/** A first speech model: the one that suits this machine to download, or a file. */
export function ModelStep() {
  const catalogue = useCatalogue()
  if (!catalogue) return null
  const speech = catalogue.models.filter(({ kind }) => kind === 'speech')
  // One that was begun goes on being shown when measuring makes another one the better choice.
  const begun = speech.find(({ download }) => download !== null)
  const offered = begun ?? speech.find(({ recommended }) => recommended)
  const isOpen = offered && !speech.some(({ installed }) => installed)
  return (
    <>
      {isOpen && <Offer model={offered} isMeasured={catalogue.measuredAt !== null} />}
      {isOpen && !begun && <SpeedCheck catalogue={catalogue} />}
      <div className={styles.buttons}>
        <AddModel />
      </div>
      <p>
        <a href="#/settings/models">All speech models</a>
      </p>
    </>
  )
}

function Offer({ model, isMeasured }: { readonly model: CatalogueModel; readonly isMeasured: boolean }) {
  return (
    <div className={styles.offer}>
      <p>
        <strong>{model.name}</strong>
        {isMeasured ? ' suits this machine best.' : ' runs well on most machines.'} {FAMILIES[model.family]?.hint}
      </p>
      <p className={styles.figures}>{catalogueWords(model)}</p>
      <DownloadProgress model={model} />
      <DownloadActions model={model} variant="primary" />
    </div>
  )
}

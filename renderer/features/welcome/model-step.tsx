import { LinkButton } from '../../ui/button.tsx'
import { AddModel } from '../settings/add-model.tsx'
import { DownloadActions, DownloadProgress, ModelFigures } from '../settings/download-row.tsx'
import { FAMILIES } from '../settings/model-words.ts'
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
      {isOpen && (
        <div className={styles.offer}>
          <p>
            <strong>{offered.name}</strong>
            {catalogue.measuredAt === null ? ' runs well on most machines.' : ' suits this machine best.'}{' '}
            {FAMILIES[offered.family]?.hint}
          </p>
          <ModelFigures model={offered} />
          <DownloadProgress model={offered} />
          <DownloadActions model={offered} variant="primary" />
          {!begun && <SpeedCheck catalogue={catalogue} />}
        </div>
      )}
      <div className={styles.buttons}>
        <AddModel />
        <LinkButton variant="quiet" href="#/settings/models">
          All speech models
        </LinkButton>
      </div>
    </>
  )
}

import { useState } from 'react'
import type { CatalogueModel } from '#contract/models'
import { type Segment, SegmentedControl } from '../../ui/segmented-control.tsx'
import { DownloadRow } from './download-row.tsx'
import { FAMILIES, weightsWords } from './model-words.ts'
import styles from './models.module.css'

type Languages = 'english' | 'many'

const LANGUAGES: readonly Segment<Languages>[] = [
  { id: 'english', label: 'English only' },
  { id: 'many', label: 'Many languages' },
]

/** The models to download, family by family, the quickest first. */
export function CatalogueList({ models }: { readonly models: readonly CatalogueModel[] }) {
  const recommended = models.find((model) => model.recommended)
  const [language, setLanguage] = useState<Languages>(recommended?.multilingual ? 'many' : 'english')
  const shown = models.filter(
    (model) => model.multilingual === (language === 'many') || model.download !== null || model.recommended,
  )
  const families = Map.groupBy(shown, ({ family }) => family)
  return (
    <>
      <SegmentedControl label="Languages" items={LANGUAGES} value={language} onChange={(next) => setLanguage(next)} />
      <p className={styles.hint}>
        Of the files of a family, those with 8-bit weights take half the room of the full ones and hear next to as well;
        those with 5 bits are smaller still, and a little worse.
      </p>
      {[...families].map(([family, members]) => (
        <section key={family} className={styles.family} aria-label={FAMILIES[family]?.title ?? family}>
          <h3 className={styles.familyName}>{FAMILIES[family]?.title ?? family}</h3>
          <p className={styles.hint}>{FAMILIES[family]?.hint}</p>
          {members.map((model) => (
            <DownloadRow key={model.id} model={model} title={rowTitle(model, language)} />
          ))}
        </section>
      ))}
      {language === 'english' && (
        <p className={styles.hint}>The largest family hears many languages only; English is among them.</p>
      )}
    </>
  )
}

/** A row of the other language stands here for its download; then its language is said. */
function rowTitle(model: CatalogueModel, language: Languages): string {
  const isOther = model.multilingual !== (language === 'many')
  return isOther
    ? `${weightsWords(model)}, ${model.multilingual ? 'many languages' : 'English only'}`
    : weightsWords(model)
}

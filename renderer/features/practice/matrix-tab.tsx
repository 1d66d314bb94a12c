import Grid from 'lucide-react/icons/grid-3x3'
import { useMemo, useState } from 'react'
import type { Matrix } from '#contract/practice'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import styles from './matrix.module.css'
import { MatrixGaps } from './matrix-gaps.tsx'
import { gapsOf, gridOf, sectionsOf } from './matrix-grid.ts'
import { MatrixTable } from './matrix-table.tsx'
import { useBanks } from './use-banks.ts'
import { useMatrix } from './use-practice.ts'

/** Which story answers which question, and what is missing. */
export function MatrixTab() {
  const { data: matrix, error } = useMatrix()
  if (error) return <ErrorNotice error={error} />
  if (!matrix) return <Loading />
  if (matrix.stories.length > 0) return <Loaded matrix={matrix} />
  return (
    <EmptyState
      icon={<Grid />}
      title="No stories to arrange yet"
      actions={<LinkButton href="#/import">Import your stories</LinkButton>}
    >
      Here you will see which story answers which question, and which competency has none that is ready.
    </EmptyState>
  )
}

/** With more stories than this a bank is shown a section at a time. */
const MOST_COLUMNS = 40
const ALL = 'all'

function Loaded({ matrix }: { readonly matrix: Matrix }) {
  const banks = useBanks() ?? []
  const [chosenBank, setBank] = useState<string | null>(null)
  const bankId = chosenBank ?? banks[0]?.id ?? matrix.stories[0]!.bankId
  const sections = useMemo(() => sectionsOf(matrix, bankId), [matrix, bankId])
  const isLarge = matrix.stories.filter((story) => story.bankId === bankId).length > MOST_COLUMNS
  const [chosenSection, setSection] = useState(ALL)
  const isKnown = chosenSection === ALL ? !isLarge : sections.some(({ id }) => id === chosenSection)
  const sectionId = isKnown ? chosenSection : (sections[0]?.id ?? ALL)
  const grid = useMemo(() => gridOf(matrix, bankId, sectionId === ALL ? null : sectionId), [matrix, bankId, sectionId])
  const gaps = useMemo(() => gapsOf(matrix, bankId), [matrix, bankId])
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        {banks.length > 1 && (
          <Select
            label="Bank"
            hideLabel
            items={banks.map(({ id, title }) => ({ id, label: title }))}
            value={bankId}
            onChange={(id: string) => {
              setBank(id)
              setSection(ALL)
            }}
          />
        )}
        {sections.length > 1 && (
          <Select
            label="Section"
            hideLabel
            items={[
              ...(isLarge ? [] : [{ id: ALL, label: 'All sections' }]),
              ...sections.map(({ id, title }) => ({ id, label: title })),
            ]}
            value={sectionId}
            onChange={setSection}
          />
        )}
      </div>
      <MatrixGaps gaps={gaps} />
      <MatrixTable grid={grid} />
    </div>
  )
}

import { memo } from 'react'
import type { Matrix } from '#contract/practice'
import { storyPath } from '../shared/paths.ts'
import { ReadinessRing } from '../shared/readiness-ring.tsx'
import styles from './matrix.module.css'
import { GAP_WORDS } from './matrix-gaps.tsx'
import type { Grid, GridRow } from './matrix-grid.ts'

type MatrixStory = Matrix['stories'][number]

/** Sections and questions against stories: a mark where they belong together, the story's readiness in its column. */
export const MatrixTable = memo(function MatrixTable({ grid: { rows, stories } }: { readonly grid: Grid }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.frame} aria-label="Stories for questions" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              Section and question
            </th>
            {stories.map((story) => (
              <th key={story.id} scope="col" className={styles.story}>
                <a href={`#${storyPath(story.id)}`} title={story.title}>
                  <span className={styles.storyTitle}>{story.title}</span>
                  <ReadinessRing readiness={story.readiness} />
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} stories={stories} />
          ))}
        </tbody>
      </table>
    </section>
  )
})

function Row({ row, stories }: { readonly row: GridRow; readonly stories: readonly MatrixStory[] }) {
  return (
    <tr data-kind={row.kind}>
      <th scope="row" className={styles.rowHead}>
        {row.text}
        {row.gap && <span className={styles.gap}>{GAP_WORDS[row.gap]}</span>}
      </th>
      {stories.map(({ id, readiness }) => (
        <td key={id}>
          {row.storyIds.has(id) && (
            <span className={styles.mark} data-level={levelOf(readiness)}>
              <span className="visually-hidden">{row.kind === 'section' ? 'belongs to it' : 'answers it'}</span>
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}

/** As the readiness ring has it. */
function levelOf(readiness: number | null): string {
  if (readiness === null) return 'none'
  return readiness >= 0.8 ? 'high' : readiness >= 0.45 ? 'middle' : 'low'
}

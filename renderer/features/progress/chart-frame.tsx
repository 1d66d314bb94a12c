import Table from 'lucide-react/icons/table-2'
import { type ReactNode, useId, useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './chart.module.css'

export interface ChartTable {
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[]
}

export interface ChartFrameProps {
  readonly title: string
  /** What the picture says, in a sentence. */
  readonly summary: string
  readonly table: ChartTable
  readonly isWide?: boolean
  /** The picture; null where there is too little to draw. */
  readonly children: ReactNode
}

/** A chart with its title, what it says in words, and the same as a table: for screen readers, and for who wants it. */
export function ChartFrame({ title, summary, table, isWide = false, children }: ChartFrameProps) {
  const id = useId()
  const [isTable, setTable] = useState(false)
  return (
    <figure className={styles.frame} data-wide={isWide || undefined} aria-labelledby={id}>
      <figcaption className={styles.caption}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <p className={styles.summary}>{summary}</p>
        </div>
        {children && (
          <IconButton
            label={isTable ? `${title}: show as a chart` : `${title}: show as a table`}
            size="sm"
            onPress={() => setTable(!isTable)}
          >
            <Table />
          </IconButton>
        )}
      </figcaption>
      {children && !isTable && (
        <div className={styles.picture} aria-hidden="true">
          {children}
        </div>
      )}
      {table.rows.length > 0 && (
        <div className={isTable ? styles.tableFrame : 'visually-hidden'} tabIndex={isTable ? 0 : -1}>
          <table className={styles.table} aria-labelledby={id}>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([head, ...cells], nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two competencies may have one name
                <tr key={nth}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, nth) => (
                    <td key={table.columns[nth + 1]} className="figures">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  )
}

import type { DeliveryRow } from '#domain/compare/delivery'
import { cx } from '../../ui/cx.ts'
import { measureChange, measureName, measureValue } from './compare-words.ts'
import styles from './delivery-table.module.css'

/** How both were delivered, figure by figure; better and worse only where there is a direction. */
export function DeliveryTable({ rows }: { readonly rows: readonly DeliveryRow[] }) {
  return (
    <section aria-label="Delivery">
      <h2 className={styles.heading}>Delivery</h2>
      <table className={`${styles.table} figures`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col" className={styles.change}>
              From A to B
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.measure} ${row.part}`}>
              <th scope="row">{measureName(row)}</th>
              <td>{measureValue(row.measure, row.before)}</td>
              <td>{measureValue(row.measure, row.after)}</td>
              <td className={styles.change}>
                {measureChange(row)}
                {row.verdict && <span className={cx(styles.verdict, styles[row.verdict])}>{row.verdict}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

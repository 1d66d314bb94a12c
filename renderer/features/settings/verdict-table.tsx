import type { VerdictAgreement } from '#contract/labels'
import { StatusMark } from '../shared/status-mark.tsx'
import { STATUS_NAMES } from '../shared/statuses.ts'
import { agreedCount, countOf, kappaWords, percent } from './agreement-words.ts'
import styles from './learning.module.css'

export interface VerdictTableProps {
  readonly title: string
  readonly hint: string
  readonly agreement: VerdictAgreement
}

const STATUSES = ['covered', 'partial', 'missed'] as const

/** The user's verdicts against Starbeat's: the share that agrees, and every pair counted. */
export function VerdictTable({ title, hint, agreement }: VerdictTableProps) {
  const { labels, agreed, kappa, cells } = agreement
  return (
    <div className={styles.verdicts}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.hint}>{hint}</p>
      <p className={styles.share}>
        <strong>{percent(agreed)}</strong> agreed, {agreedCount(agreement)} of {labels}
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}: your verdicts against Starbeat’s</caption>
        <thead>
          <tr>
            <td className={styles.corner} aria-hidden="true">
              You ↓<br />
              Starbeat →
            </td>
            {STATUSES.map((starbeat) => (
              <th key={starbeat} scope="col">
                <span className="visually-hidden">Starbeat: </span>
                {STATUS_NAMES[starbeat]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STATUSES.map((user) => (
            <tr key={user}>
              <th scope="row">
                <span className="visually-hidden">You: </span>
                <StatusMark status={user} />
              </th>
              {STATUSES.map((starbeat) => {
                const count = countOf(cells, user, starbeat)
                return (
                  <td key={starbeat} data-equal={user === starbeat || undefined} data-none={count === 0 || undefined}>
                    {count}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{kappaWords(kappa)}</p>
    </div>
  )
}

import type { LineRange } from '#domain/story'
import { cx } from '../../ui/cx.ts'
import styles from './import-preview.module.css'
import type { PreviewProps } from './preview-tabs.tsx'

interface LinesRowProps extends Pick<PreviewProps, 'onMark' | 'onJump'> {
  readonly lines: LineRange
  readonly children: string
  readonly isExcerpt?: boolean
}

function LinesRow({ lines, children, isExcerpt = false, onMark, onJump }: LinesRowProps) {
  const name = lines.from === lines.to ? `Line ${lines.from}` : `${lines.from}–${lines.to}`
  return (
    <button
      type="button"
      className={styles.row}
      onMouseEnter={() => onMark(lines)}
      onFocus={() => onMark(lines)}
      onClick={() => onJump(lines)}
    >
      <span className={styles.lineNumber}>{name}</span>
      <span className={isExcerpt ? styles.excerpt : undefined}>{children}</span>
    </button>
  )
}

/** What the importer wants the user to look at; a click goes to the line. */
export function PreviewProblems({ bank, onMark, onJump }: PreviewProps) {
  if (bank.problems.length === 0) return <p className={cx(styles.panel, styles.nothing)}>Everything was clear.</p>
  return (
    <div className={styles.panel}>
      <div className={styles.rows}>
        {bank.problems.map((problem) => (
          <LinesRow
            key={`${problem.line} ${problem.code} ${problem.message}`}
            lines={{ from: problem.line, to: problem.line }}
            onMark={onMark}
            onJump={onJump}
          >
            {problem.message}
          </LinesRow>
        ))}
      </div>
    </div>
  )
}

/** What of the document belongs to no story; it is kept with the bank. */
export function PreviewOther({ bank, onMark, onJump }: PreviewProps) {
  if (bank.other.length === 0) {
    return <p className={cx(styles.panel, styles.nothing)}>Every line belongs to a story, a question or a section.</p>
  }
  return (
    <div className={styles.panel}>
      <p className={styles.nothing}>Kept with the bank, but nothing to rehearse:</p>
      <div className={styles.rows}>
        {bank.other.map((other) => (
          <LinesRow key={other.lines.from} lines={other.lines} isExcerpt onMark={onMark} onJump={onJump}>
            {other.text}
          </LinesRow>
        ))}
      </div>
    </div>
  )
}

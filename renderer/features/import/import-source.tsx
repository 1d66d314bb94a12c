import { useMemo } from 'react'
import { cx } from '../../ui/cx.ts'
import { SourceView } from '../shared/source-view.tsx'
import { LEGEND, SIGNS } from './line-signs.ts'
import { useLinked } from './link.ts'
import styles from './review.module.css'
import { useReviewModel } from './review-context.ts'
import { useSourceLines } from './use-source-lines.ts'

/** The document as it was written, with what became of each line. */
export function ImportSource() {
  const { preview, link } = useReviewModel()
  const marked = useLinked(link, (state) => state.marked)
  const target = useLinked(link, (state) => state.target)
  const { codes, over, pick } = useSourceLines()
  const gutter = useMemo(() => ({ codes, signs: SIGNS }), [codes])
  return (
    <section className={styles.source} aria-label="Source" data-document>
      <Legend codes={codes} />
      <SourceView
        label="The document"
        text={preview.text}
        gutter={gutter}
        marked={marked}
        target={target}
        onOver={over}
        onPick={pick}
      />
    </section>
  )
}

function Legend({ codes }: { readonly codes: string }) {
  const shown = useMemo(() => {
    const seen = new Set(codes.toLowerCase())
    return LEGEND.filter((entry) => seen.has(entry.codes))
  }, [codes])
  return (
    <dl className={styles.legend} aria-label="What the letters beside the lines mean">
      {shown.map(({ codes: code, letter, label, isPart, className }) => (
        <div key={code} className={cx(styles.sign, className)} title={label}>
          <dt>{letter}</dt>
          <dd className={cx(isPart && 'visually-hidden')}>{label}</dd>
        </div>
      ))}
    </dl>
  )
}

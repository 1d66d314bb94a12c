import { memo, useMemo } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useLocation } from 'wouter'
import type { SearchHit } from '#contract/search'
import { cx } from '../../ui/cx.ts'
import listRow from '../../ui/list-row.module.css'
import { ExcerptText } from './excerpt.tsx'
import { HitIcon } from './hit-icon.tsx'
import { excerptText, hitKey, hitPath, placeWords } from './hit-words.ts'
import styles from './hits.module.css'

const ROW_PX = 60

export interface HitListProps {
  readonly hits: readonly SearchHit[]
  readonly hasMore: boolean
}

/**
 * What was found besides titles; Enter or a click goes there, to the moment of what was said. Only the rows in view are in
 * the page: it is drawn anew at each key.
 */
export const HitList = memo(function HitList({ hits, hasMore }: HitListProps) {
  const [, navigate] = useLocation()
  const items = useMemo(() => hits.map((hit) => ({ id: hitKey(hit), hit })), [hits])
  return (
    <section className={styles.hits} aria-labelledby="hits-title">
      <h3 id="hits-title" className={styles.title}>
        In points, notes and recordings
        <span className={`${styles.count} figures`}>
          {hits.length}
          {hasMore && '+'}
        </span>
      </h3>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_PX }}>
        <GridList
          aria-label="Found in points, notes and recordings"
          items={items}
          disallowTypeAhead
          onAction={(key) => {
            const hit = items.find(({ id }) => id === key)?.hit
            if (hit) navigate(hitPath(hit))
          }}
          className={cx(styles.list)}
        >
          {({ id, hit }) => (
            <GridListItem id={id} textValue={excerptText(hit)} className={cx(listRow.row, styles.row)}>
              <HitIcon hit={hit} />
              <span className={styles.words}>
                <ExcerptText pieces={hit.excerpt} />
                <span className={`${styles.place} figures`}>{placeWords(hit, Date.now())}</span>
              </span>
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </section>
  )
})

import ChevronDown from 'lucide-react/icons/chevron-down'
import CircleMinus from 'lucide-react/icons/circle-minus'
import { Button } from 'react-aria-components'
import { cx } from '../../ui/cx.ts'
import { FactText } from '../shared/fact-text.tsx'
import { PartBadge } from '../shared/part-badge.tsx'
import { PART_NAMES } from '../shared/parts.ts'
import { ChangeMark } from './change-mark.tsx'
import { useLinked } from './link.ts'
import { useRowSurroundings } from './row-context.ts'
import styles from './story-row.module.css'
import type { NoteItem, PointItem, RemovedItem } from './story-rows.ts'
import { dataLines } from './use-linking.ts'

const contains = ({ from, to }: { from: number; to: number }, line: number | null) =>
  line !== null && from <= line && line <= to

/** A point: its part, which is a menu, its words, and where it stands. */
export function PointRow({ row }: { readonly row: PointItem }) {
  const { link, actions } = useRowSurroundings()
  const { point, change, group } = row
  const isLit = useLinked(link, (state) => state.overKey === row.id || contains(point.lines, state.overLine))
  const { label } = PART_NAMES[point.part]
  return (
    <div className={cx(styles.point, isLit && styles.lit)} {...dataLines(point.lines)}>
      <Button
        className={cx(styles.part, point.guessed && styles.guessed)}
        aria-haspopup="menu"
        aria-label={point.guessed ? `${label}, guessed: change` : `${label}: change`}
        onPress={({ target }) => actions.openMenu(target, row)}
      >
        <PartBadge part={point.part} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <span dir="auto" className={cx(styles.text, styles[point.weight])}>
        <FactText text={point.text} facts={point.facts} />
        {point.guessed && <span className={styles.word}>guessed</span>}
        {point.weight === 'optional' && <span className={styles.word}>optional</span>}
        {change && change !== 'kept' && (
          <span className={styles.word}>
            <ChangeMark change={change} />
          </span>
        )}
      </span>
      {group > 1 && (
        <Button
          className={cx(styles.group)}
          aria-haspopup="menu"
          aria-label={`Move all ${group} points of this ${label.toLowerCase()}`}
          onPress={({ target }) => actions.openMenu(target, row, true)}
        >
          all {group}
          <ChevronDown aria-hidden="true" />
        </Button>
      )}
      <span className={`${styles.line} figures`}>{point.lines.from}</span>
    </div>
  )
}

/** A note of a story: kept, not said. */
export function NoteRow({ row }: { readonly row: NoteItem }) {
  const { link, actions } = useRowSurroundings()
  const { note } = row
  const isLit = useLinked(link, (state) => state.overKey === row.id)
  return (
    <div className={cx(styles.point, styles.note, isLit && styles.lit)} {...dataLines(note.lines)}>
      <Button
        className={cx(styles.part)}
        aria-haspopup="menu"
        aria-label="Note: change"
        onPress={({ target }) => actions.openMenu(target, row)}
      >
        <span className={styles.noteBadge}>N</span>
        <ChevronDown aria-hidden="true" />
      </Button>
      <span dir="auto" className={styles.text}>
        {note.text}
        <span className={styles.word}>note</span>
      </span>
      <span className={`${styles.line} figures`}>{note.lines.from}</span>
    </div>
  )
}

/** Something that is in the Library and no longer in the document. */
export function RemovedRow({ row }: { readonly row: RemovedItem }) {
  return (
    <div className={cx(styles.point, styles.removed, row.isStory && styles.removedStory)}>
      <CircleMinus aria-hidden="true" />
      <span className={styles.text}>
        <s dir="auto">{row.text}</s>
        <span className={styles.word}>removed: kept with its attempts, put aside</span>
      </span>
    </div>
  )
}

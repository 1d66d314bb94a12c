import Plus from 'lucide-react/icons/plus'
import { useId } from 'react'
import { PARTS, type Part } from '#domain/story'
import { IconButton } from '../../ui/icon-button.tsx'
import { PartBadge } from '../shared/part-badge.tsx'
import { PART_NAMES } from '../shared/parts.ts'
import { useShortcut } from '../shared/shortcuts/use-shortcut.tsx'
import { PointEditor } from './point-editor.tsx'
import { PointRow } from './point-row.tsx'
import styles from './points.module.css'
import type { PointListActions } from './use-point-list.ts'

/** The point that has the keyboard, if any. */
function focusedIndex(): number | null {
  const index = document.activeElement?.closest<HTMLElement>('[data-point]')?.dataset.point
  return index === undefined ? null : Number(index)
}

/** The points of a story by part. */
export function Points({ actions }: { readonly actions: PointListActions }) {
  const { rows, rootRef } = actions
  useShortcut('undo', () => void actions.undo())
  useShortcut('point-add', () => {
    const index = focusedIndex()
    const point = index === null ? undefined : rows[index]
    if (point && index !== null) actions.add(point.part, index)
    else actions.add(rows.at(-1)?.part ?? 'situation')
  })
  const shown = PARTS.filter((part) => part !== 'other' || rows.some((point) => point.part === 'other'))
  return (
    <div ref={rootRef} className={styles.points}>
      {shown.map((part) => (
        <PartPoints key={part} part={part} actions={actions} />
      ))}
    </div>
  )
}

interface PartPointsProps {
  readonly part: Part
  readonly actions: PointListActions
}

function PartPoints({ part, actions }: PartPointsProps) {
  const id = useId()
  const { label, question } = PART_NAMES[part]
  const here = actions.rows.map((point, index) => ({ point, index })).filter(({ point }) => point.part === part)
  return (
    <section className={styles.part} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>
          <PartBadge part={part} isLong isFaint={here.length === 0} />
        </h2>
        {here.length === 0 && <span className={styles.question}>{question}</span>}
        <span className={styles.add}>
          <IconButton label={`Add a point to ${label}`} size="sm" onPress={() => actions.add(part)}>
            <Plus />
          </IconButton>
        </span>
      </header>
      <ol>
        {here.map(({ point, index }) => (
          <li key={point.id ?? `new ${index}`}>
            {actions.editingIndex === index ? (
              <PointEditor
                point={point}
                onSave={(changed) => actions.save(index, changed)}
                onCancel={() => actions.cancel(index)}
                onSplit={(first, second) => actions.split(index, first, second)}
                onMerge={(changed) => actions.merge(index, changed)}
              />
            ) : (
              <PointRow point={point} index={index} actions={actions} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

import Plus from 'lucide-react/icons/plus'
import { useId } from 'react'
import type { PointDraft, StoryDetail } from '#contract/stories'
import { PARTS, type Part } from '#domain/story'
import { FoldButton } from '../../ui/fold-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { plural } from '../shared/format.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { PART_NAMES } from '../shared/parts.ts'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { LearnedWordings } from './learned-wordings.tsx'
import { PointEditor } from './point-editor.tsx'
import { isHidden, optionalIn } from './point-folds.ts'
import { PointRow } from './point-row.tsx'
import styles from './points.module.css'
import type { PointListActions } from './use-point-list.ts'

/** The point that has the keyboard, if any. */
function focusedIndex(): number | null {
  const index = document.activeElement?.closest<HTMLElement>('[data-point]')?.dataset.point
  return index === undefined ? null : Number(index)
}

export interface PointsProps {
  readonly detail: StoryDetail
  readonly actions: PointListActions
}

/** The points of a story by part. */
export function Points({ detail, actions }: PointsProps) {
  const { rows, rootRef } = actions
  const addBelow = () => {
    const index = focusedIndex()
    const point = index === null ? undefined : rows[index]
    if (point && index !== null) actions.add(point.part, index)
    else actions.add(rows.at(-1)?.part ?? 'situation')
  }
  useShortcuts(SHORTCUTS, { undo: () => void actions.undo(), 'point-add': addBelow })
  const shown = PARTS.filter((part) => part !== 'other' || rows.some((point) => point.part === 'other'))
  return (
    <div ref={rootRef} className={styles.points}>
      {shown.map((part) => (
        <PartPoints key={part} part={part} detail={detail} actions={actions} />
      ))}
    </div>
  )
}

interface PartPointsProps extends PointsProps {
  readonly part: Part
}

function PartPoints({ part, detail, actions }: PartPointsProps) {
  const id = useId()
  const { label, question } = PART_NAMES[part]
  const { rows, folded, editingIndex } = actions
  const here = rows.map((point, index) => ({ point, index })).filter(({ point }) => point.part === part)
  const shown = here.filter(({ point, index }) => index === editingIndex || !isHidden(point, folded))
  const optional = optionalIn(rows, part).length
  return (
    <section className={styles.part} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>
          <PartBadge part={part} isLong isFaint={here.length === 0} />
        </h2>
        {here.length === 0 && <span className={styles.question}>{question}</span>}
        {optional > 0 && (
          <FoldButton isOpen={!folded.has(part)} onToggle={() => actions.fold(part, !folded.has(part))}>
            {plural(optional, 'optional point')}
          </FoldButton>
        )}
        <span className={styles.add}>
          <IconButton label={`Add a point to ${label}`} size="sm" onPress={() => actions.add(part)}>
            <Plus />
          </IconButton>
        </span>
      </header>
      <ol>
        {shown.map(({ point, index }) => (
          <li key={point.id ?? `new ${index}`}>
            {editingIndex === index ? (
              <PointEditor
                point={point}
                onSave={(changed) => actions.save(index, changed)}
                onCancel={() => actions.cancel(index)}
                onSplit={(first, second) => actions.split(index, first, second)}
                onMerge={(changed) => actions.merge(index, changed)}
              />
            ) : (
              <>
                <PointRow point={point} index={index} actions={actions} />
                <Learned detail={detail} point={point} onEmpty={() => actions.focus(index)} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface LearnedProps {
  readonly detail: StoryDetail
  readonly point: PointDraft
  onEmpty(): void
}

function Learned({ detail: { wordings, attempts }, point, onEmpty }: LearnedProps) {
  const own = wordings.filter(({ pointId }) => pointId === point.id)
  if (own.length === 0) return null
  const attemptIds = new Set(attempts.map(({ attempt }) => attempt.id))
  return <LearnedWordings pointText={point.text} wordings={own} attemptIds={attemptIds} onEmpty={onEmpty} />
}

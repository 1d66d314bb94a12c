import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Shapes from 'lucide-react/icons/shapes'
import Trash from 'lucide-react/icons/trash-2'
import Weight from 'lucide-react/icons/weight'
import type { KeyboardEvent } from 'react'
import type { PointDraft } from '#contract/stories'
import { PARTS, type PointWeight } from '#domain/story'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator, Submenu } from '../../ui/menu.tsx'
import { FactText } from '../shared/fact-text.tsx'
import { PART_NAMES } from '../shared/parts.ts'
import styles from './points.module.css'
import type { PointListActions } from './use-point-list.ts'

const WEIGHT_NAMES: Readonly<Record<PointWeight, string>> = { key: 'Key', normal: 'Normal', optional: 'Optional' }

export interface PointRowProps {
  readonly point: PointDraft
  readonly index: number
  readonly actions: PointListActions
}

function keyAction({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, index: number, actions: PointListActions) {
  if (ctrlKey || metaKey) return null
  if (altKey && key === 'ArrowUp') return () => actions.move(index, -1)
  if (altKey && key === 'ArrowDown') return () => actions.move(index, 1)
  if (altKey) return null
  if (key === 'ArrowUp') return () => actions.focusFrom(index, -1)
  if (key === 'ArrowDown') return () => actions.focusFrom(index, 1)
  if (key === 'Delete') return () => actions.remove(index)
  if (key === 'w') return () => actions.weigh(index)
  return null
}

/** A point to read; a click or Enter opens it for editing, the other keys act on it where it stands. */
export function PointRow({ point, index, actions }: PointRowProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAction(event, index, actions)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className={cx(styles.row, styles[point.weight])}>
      <button
        type="button"
        data-point={index}
        className={styles.text}
        onClick={() => actions.edit(index)}
        onKeyDown={onKeyDown}
      >
        <FactText text={point.text} facts={point.facts} />
        {point.weight !== 'normal' && <span className={styles.weight}>{WEIGHT_NAMES[point.weight]}</span>}
      </button>
      <span className={styles.more}>
        <PointMenu point={point} index={index} actions={actions} />
      </span>
    </div>
  )
}

function PointMenu({ point, index, actions }: PointRowProps) {
  const trigger = (
    <IconButton label={`More for point ${index + 1}`} size="sm">
      <Ellipsis />
    </IconButton>
  )
  return (
    <Menu label={`More for point ${index + 1}`} trigger={trigger}>
      <MenuItem icon={<Pencil />} keys="Enter" onAction={() => actions.edit(index)}>
        Edit
      </MenuItem>
      <MenuItem icon={<Plus />} keys="n" onAction={() => actions.add(point.part, index)}>
        Add a point below
      </MenuItem>
      <MenuItem icon={<ArrowUp />} keys="Alt+ArrowUp" onAction={() => actions.move(index, -1)}>
        Move up
      </MenuItem>
      <MenuItem icon={<ArrowDown />} keys="Alt+ArrowDown" onAction={() => actions.move(index, 1)}>
        Move down
      </MenuItem>
      <Submenu icon={<Shapes />} label="Move to part">
        {PARTS.filter((part) => part !== point.part).map((part) => (
          <MenuItem key={part} onAction={() => actions.moveToPart(index, part)}>
            {PART_NAMES[part].label}
          </MenuItem>
        ))}
      </Submenu>
      <Submenu icon={<Weight />} label="Weight">
        {(['key', 'normal', 'optional'] as const).map((weight) => (
          <MenuItem key={weight} isDisabled={weight === point.weight} onAction={() => actions.weigh(index, weight)}>
            {WEIGHT_NAMES[weight]}
          </MenuItem>
        ))}
      </Submenu>
      <MenuSeparator />
      <MenuItem icon={<Trash />} keys="Delete" isDanger onAction={() => actions.remove(index)}>
        Delete
      </MenuItem>
    </Menu>
  )
}

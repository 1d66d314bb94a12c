import Columns from 'lucide-react/icons/columns-2'
import Trash from 'lucide-react/icons/trash-2'
import { Button } from '../../ui/button.tsx'
import { plural } from '../shared/format.ts'
import styles from './history.module.css'

export interface SelectionFootProps {
  readonly count: number
  onCompare(): void
  onDelete(): void
  onClear(): void
}

/** What can be done with the attempts that are selected. */
export function SelectionFoot({ count, onCompare, onDelete, onClear }: SelectionFootProps) {
  return (
    <section className={styles.foot} aria-label="Selection">
      <span className={styles.chosen} role="status">
        {plural(count, 'attempt')} selected
      </span>
      <span className={styles.hint}>{count === 1 && 'Select one more to compare both.'}</span>
      <Button icon={<Columns />} keys="c" isDisabled={count !== 2} onPress={onCompare}>
        Compare
      </Button>
      <Button icon={<Trash />} onPress={onDelete}>
        Delete
      </Button>
      <Button variant="quiet" onPress={onClear}>
        Clear
      </Button>
    </section>
  )
}

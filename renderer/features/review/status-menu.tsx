import type { CoverageStatus } from '#domain/coverage/coverage'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { StatusMark } from '../shared/status-mark.tsx'
import { STATUS_NAMES } from '../shared/statuses.ts'
import styles from './status-menu.module.css'

export interface StatusMenuProps {
  readonly status: CoverageStatus | null
  readonly isByHand: boolean
  readonly pointText: string
  onChoose(status: CoverageStatus | null): void
}

/** What became of a point, and the menu to say otherwise. */
export function StatusMenu({ status, isByHand, pointText, onChoose }: StatusMenuProps) {
  const name = status ? STATUS_NAMES[status] : 'Not judged yet'
  return (
    <span className={styles.root}>
      <Menu
        label="What became of this point"
        trigger={
          <Button variant="quiet" size="sm" aria-label={`${name}${isByHand ? ' (by you)' : ''}: ${pointText}`}>
            {status ? <StatusMark status={status} isShort /> : <span className={styles.unknown} />}
          </Button>
        }
      >
        <MenuItem icon={<StatusMark status="covered" isShort />} keys="c" onAction={() => onChoose('covered')}>
          Covered
        </MenuItem>
        <MenuItem icon={<StatusMark status="partial" isShort />} keys="p" onAction={() => onChoose('partial')}>
          Partial
        </MenuItem>
        <MenuItem icon={<StatusMark status="missed" isShort />} keys="m" onAction={() => onChoose('missed')}>
          Missed
        </MenuItem>
        <MenuSeparator />
        <MenuItem keys="x" isDisabled={!isByHand} onAction={() => onChoose(null)}>
          As judged by Starbeat
        </MenuItem>
      </Menu>
    </span>
  )
}

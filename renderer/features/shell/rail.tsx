import Progress from 'lucide-react/icons/chart-line'
import Practice from 'lucide-react/icons/dumbbell'
import Keyboard from 'lucide-react/icons/keyboard'
import LibraryIcon from 'lucide-react/icons/library'
import SettingsIcon from 'lucide-react/icons/settings'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useLocation } from 'wouter'
import { cx } from '../../ui/cx.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { Mark } from './mark.tsx'
import styles from './rail.module.css'

interface Place {
  readonly path: string
  readonly label: string
  readonly icon: ReactNode
  /** Other paths that belong to it. */
  readonly holds: readonly string[]
}

const PLACES: readonly Place[] = [
  {
    path: '/library',
    label: 'Library',
    icon: <LibraryIcon />,
    holds: ['/import', '/stories', '/attempts', '/rehearse', '/compare'],
  },
  { path: '/practice', label: 'Practice', icon: <Practice />, holds: ['/sessions'] },
  { path: '/progress', label: 'Progress', icon: <Progress />, holds: [] },
  { path: '/settings', label: 'Settings', icon: <SettingsIcon />, holds: [] },
]

export interface RailProps {
  onShowShortcuts(): void
}

/** The way between the screens, at the side. */
export function Rail({ onShowShortcuts }: RailProps) {
  const [location] = useLocation()
  return (
    <nav className={styles.rail} aria-label="Screens">
      <Mark />
      <ul className={styles.places}>
        {PLACES.map(({ path, label, icon, holds }) => {
          const isHere = [path, ...holds].some((start) => location.startsWith(start))
          return (
            <li key={path}>
              <a href={`#${path}`} className={styles.place} aria-current={isHere ? 'page' : undefined}>
                {icon}
                <span>{label}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <Tooltip text="Keyboard shortcuts" keys="?">
        <Button className={cx(styles.place)} aria-label="Keyboard shortcuts" onPress={onShowShortcuts}>
          <Keyboard />
        </Button>
      </Tooltip>
    </nav>
  )
}

import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { ShortcutDialog } from '../shared/shortcuts/shortcut-list.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { useConnectionLost } from '../shared/use-core.ts'
import { ConnectionLost } from './connection-lost.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { useRecoveredNotice } from './use-recovered-notice.ts'
import { useTheme } from './use-theme.ts'

/** What stands around every screen: the rail, the keys that work everywhere, theme and notices. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [location, navigate] = useLocation()
  const [isListOpen, setListOpen] = useState(false)
  const isLost = useConnectionLost()
  useTheme()
  useRecoveredNotice()
  useShortcuts(SHORTCUTS, {
    help: () => setListOpen(true),
    'go-library': () => navigate('/library'),
    'go-settings': () => navigate('/settings'),
  })
  if (isLost) {
    return (
      <div className={styles.shell}>
        <ConnectionLost />
      </div>
    )
  }
  return (
    <div className={styles.shell}>
      {location !== '/welcome' && <Rail onShowShortcuts={() => setListOpen(true)} />}
      {children}
      <ShortcutDialog isOpen={isListOpen} onClose={() => setListOpen(false)} />
    </div>
  )
}

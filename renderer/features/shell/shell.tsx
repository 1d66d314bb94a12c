import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { ShortcutDialog } from '../shared/shortcuts/shortcut-list.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { type BoundAction, useBoundActions, useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { useConnectionLost } from '../shared/use-core.ts'
import { ConnectionLost } from './connection-lost.tsx'
import { doableHere } from './palette-commands.ts'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { useLostFocus } from './use-lost-focus.ts'
import { useRecoveredNotice } from './use-recovered-notice.ts'
import { useReopened } from './use-reopened.ts'
import { useTheme } from './use-theme.ts'

// Read when it is first opened.
const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))

/** What stands around every screen: the rail, the keys that work everywhere, theme and notices. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [location, navigate] = useLocation()
  const [isListOpen, setListOpen] = useState(false)
  const [palette, setPalette] = useState<readonly BoundAction[] | null>(null)
  const boundActions = useBoundActions()
  const isLost = useConnectionLost()
  useTheme()
  useRecoveredNotice()
  useReopened()
  useLostFocus()
  useShortcuts(SHORTCUTS, {
    palette: () => setPalette(doableHere(boundActions())),
    help: () => setListOpen(true),
    'go-library': () => navigate('/library'),
    'go-practice': () => navigate('/practice'),
    'go-progress': () => navigate('/progress'),
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
      {palette && (
        <Suspense>
          <Palette here={palette} onClose={() => setPalette(null)} />
        </Suspense>
      )}
      <ShortcutDialog isOpen={isListOpen} onClose={() => setListOpen(false)} />
    </div>
  )
}

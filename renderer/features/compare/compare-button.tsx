import Columns from 'lucide-react/icons/columns-2'
import { useLocation } from 'wouter'
import type { Attempt } from '#domain/attempt'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { REPORT_SHORTCUTS } from '../review/shortcuts.ts'
import { comparePath } from '../shared/paths.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import styles from './compare-button.module.css'
import { useAttempts } from './use-compare.ts'

/** Compares an attempt with the one before it; nothing where it is the first. */
export function CompareButton({ attempt }: { readonly attempt: Attempt }) {
  const [, navigate] = useLocation()
  const attempts = useAttempts(attempt.storyId)
  const place = attempts.findIndex((each) => each.attempt.id === attempt.id)
  const before = place >= 0 ? attempts[place + 1]?.attempt.id : undefined
  const compare = before === undefined ? null : () => navigate(comparePath(before, attempt.id))
  useShortcuts(REPORT_SHORTCUTS, { 'report-compare': compare })
  return (
    compare && (
      <>
        <span className={styles.wide}>
          <Button icon={<Columns />} keys="v" onPress={compare}>
            Compare
          </Button>
        </span>
        <span className={styles.narrow}>
          <IconButton label="Compare with the attempt before" keys="v" onPress={compare}>
            <Columns />
          </IconButton>
        </span>
      </>
    )
  )
}

import ArrowRight from 'lucide-react/icons/arrow-right'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { sessionPath } from '../shared/paths.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import type { Onward } from './use-onward.ts'

/** In a report of a session: its prompt once more, or the next one. */
export function OnwardButtons({ onward: { session, position } }: { readonly onward: Onward }) {
  const [, navigate] = useLocation()
  const isMock = session.setup.kind === 'mock'
  const done = session.items.filter(({ followUp, state }) => !followUp && state !== 'open').length
  const isLast = session.endedAt !== null || done >= session.count
  const goOn = () => navigate(sessionPath(session.id))
  const again = () => navigate(sessionPath(session.id, position))
  useShortcuts(PRACTICE_SHORTCUTS, { 'practice-next': goOn, 'practice-again': isMock ? null : again })
  return (
    <>
      {!isMock && (
        <Button icon={<RotateCcw />} keys="r" onPress={again}>
          Once more
        </Button>
      )}
      <Button variant="primary" icon={<ArrowRight />} keys="Mod+Enter" onPress={goOn}>
        {isMock ? 'Scorecard' : isLast ? 'Finish' : 'Next'}
      </Button>
    </>
  )
}

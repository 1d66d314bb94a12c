import Target from 'lucide-react/icons/target'
import type { Report } from '#contract/attempts'
import { Button } from '../../ui/button.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { PRACTICE_SHORTCUTS } from './shortcuts.ts'
import { useStartSession } from './use-sessions.ts'

/** From a report to a drill of what was missed or wrong lately; nothing where all was said right. */
export function DrillMissed({ report: { attempt, score } }: { readonly report: Report }) {
  const start = useStartSession()
  const isWanting = score !== null && (score.missed + score.partial > 0 || score.wrongFacts > 0)
  const drill = () => void start({ kind: 'drill', storyId: attempt.storyId, focus: 'weak' })
  useShortcuts(PRACTICE_SHORTCUTS, { 'drill-missed': isWanting ? drill : null })
  if (!isWanting) return null
  return (
    <Button icon={<Target />} keys="d" onPress={drill}>
      Only what I missed
    </Button>
  )
}

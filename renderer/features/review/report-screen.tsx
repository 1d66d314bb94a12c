import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../shared/screen.tsx'

/** Placeholder; the screen is being written. */
export function ReportScreen() {
  return (
    <Screen title="Report">
      <EmptyState title="Report" />
    </Screen>
  )
}

import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../shared/screen.tsx'

/** Placeholder; the screen is being written. */
export function RehearseScreen() {
  return (
    <Screen title="Rehearse">
      <EmptyState title="Rehearse" />
    </Screen>
  )
}

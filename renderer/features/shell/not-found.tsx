import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../shared/screen.tsx'

/** The screen for an address that leads nowhere. */
export function NotFound() {
  return (
    <Screen title="Not found" isBare>
      <EmptyState title="There is nothing here" actions={<LinkButton href="#/library">Go to the Library</LinkButton>}>
        The address leads to no screen of Starbeat.
      </EmptyState>
    </Screen>
  )
}

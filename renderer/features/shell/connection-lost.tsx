import Unplug from 'lucide-react/icons/unplug'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../shared/screen.tsx'

/** Takes the whole window when the core is gone: calm, with what is kept and what to do. */
export function ConnectionLost() {
  return (
    <Screen title="Connection lost" isBare>
      <EmptyState
        icon={<Unplug />}
        title="Starbeat has stopped in the background"
        actions={
          <Button variant="primary" autoFocus onPress={() => window.location.reload()}>
            Try again
          </Button>
        }
      >
        <p>
          Your stories, reports and recordings are safe on this machine. If you were recording, everything up to the
          last second was kept and will be waiting for you.
        </p>
        <p>If trying again does not help, close this window and start Starbeat anew.</p>
      </EmptyState>
    </Screen>
  )
}

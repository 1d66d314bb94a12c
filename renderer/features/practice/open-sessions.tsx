import { Button, LinkButton } from '../../ui/button.tsx'
import { formatDayTime } from '../shared/format.ts'
import { sessionPath } from '../shared/paths.ts'
import { setupName } from './practice-words.ts'
import styles from './today.module.css'
import { useOpenSessions, useSessionActions } from './use-sessions.ts'

/** Sessions that were interrupted: each goes on where it stopped. */
export function OpenSessions() {
  const sessions = useOpenSessions()
  if (sessions.length === 0) return null
  return (
    <section className={styles.open} aria-label="Interrupted sessions">
      <ul>
        {sessions.map(({ id, setup, startedAt, count, answered }) => (
          <li key={id} className={styles.openRow}>
            <p>
              <strong>{setupName(setup)}</strong>, begun {formatDayTime(startedAt, Date.now())}: {answered} of {count}{' '}
              answered
            </p>
            <EndSession sessionId={id} name={setupName(setup)} />
            <LinkButton size="sm" variant="primary" href={`#${sessionPath(id)}`}>
              Continue
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function EndSession({ sessionId, name }: { readonly sessionId: string; readonly name: string }) {
  const { end } = useSessionActions(sessionId)
  return (
    <Button size="sm" variant="quiet" aria-label={`End the ${name.toLowerCase()}`} onPress={() => void end()}>
      End it
    </Button>
  )
}

import PartyPopper from 'lucide-react/icons/circle-check-big'
import type { Session } from '#contract/sessions'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { plural } from '../shared/format.ts'
import { attemptPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { setupName } from './practice-words.ts'
import styles from './session-end.module.css'

/** The end of what was due or of a drill: what was answered, with the way to each report. */
export function SessionEnd({ session }: { readonly session: Session }) {
  const { setup, items } = session
  const answered = items.filter(({ attemptId }) => attemptId !== null)
  const skipped = items.filter(({ state }) => state === 'skipped').length
  return (
    <Screen title={`${setupName(setup)}: done`} heading={setupName(setup)} trail={<a href="#/practice">Practice</a>}>
      <div className={styles.scroll}>
        <EmptyState
          icon={<PartyPopper />}
          title={answered.length > 0 ? `Done: ${plural(answered.length, 'answer')}` : 'Nothing was answered this time'}
          actions={
            <LinkButton variant="primary" href="#/practice">
              Back to Practice
            </LinkButton>
          }
        >
          {skipped > 0 && <p>{plural(skipped, 'prompt')} skipped; what was due stays due.</p>}
        </EmptyState>
        {answered.length > 0 && (
          <ol className={styles.answers}>
            {answered.map(({ position, prompt, storyTitle, attemptId }) => (
              <li key={position}>
                <a href={`#${attemptPath(attemptId!)}`}>{prompt}</a>
                {storyTitle && <span className={styles.quiet}>{storyTitle}</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Screen>
  )
}

import { useLocation } from 'wouter'
import type { Agreement } from '#contract/labels'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { plural } from '../shared/format.ts'
import { storyPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { agreedCount, agreementLine, learnedLine, percent } from './agreement-words.ts'
import styles from './learning.module.css'
import settings from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { useAgreement } from './use-agreement.ts'
import { VerdictTable } from './verdict-table.tsx'

/** What you taught Starbeat: how well it agrees with its user, and how well it hears. */
export function LearningScreen() {
  const { agreement, progress, error } = useAgreement()
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { back: () => navigate('/settings') })
  return (
    <Screen title="What you taught Starbeat" trail={<a href="#/settings">Settings</a>}>
      <div className={settings.scroll}>
        {agreement ? (
          <Told agreement={agreement} />
        ) : error ? (
          <ErrorNotice error={error} />
        ) : (
          <Loading label={`Comparing your verdicts with Starbeat’s: ${percent(progress)}`} />
        )}
      </div>
    </Screen>
  )
}

function Told({ agreement }: { readonly agreement: Agreement }) {
  const { untaught, hearing, wordings } = agreement
  const isEmpty = untaught.labels === 0 && !hearing && wordings.accepted + wordings.rejected === 0
  if (isEmpty) return <Nothing />
  return (
    <div className={settings.groups}>
      <p className={styles.lead}>{agreementLine(agreement)}</p>
      <p className={styles.note}>
        {learnedLine(wordings)} People mostly correct what is wrong and leave the rest, so on everything you say
        Starbeat is likely right more often than here.
      </p>
      {untaught.labels > 0 && <Verdicts agreement={agreement} />}
      {agreement.stories.length > 0 && <Stories stories={agreement.stories} />}
      <SettingsGroup title="Hearing" hint="What the engine heard against what you corrected.">
        <p className={settings.quiet}>{hearingLine(hearing)}</p>
      </SettingsGroup>
    </div>
  )
}

function Nothing() {
  return (
    <EmptyState title="Nothing yet" actions={<LinkButton href="#/library">Go to the Library</LinkButton>}>
      Open the report of an answer. Where Starbeat missed a point that you did say, mark it as covered and choose the
      words that said it; where it took the wrong words for a point, press “Not this”. From then on it knows, and here
      you see how well the two of you agree.
    </EmptyState>
  )
}

function Verdicts({ agreement: { untaught, taught } }: { readonly agreement: Agreement }) {
  return (
    <SettingsGroup title="Verdicts" hint="Yours in rows, Starbeat’s in columns; where you agree is tinted.">
      <div className={styles.tables}>
        <VerdictTable
          title="Without being told"
          hint="Each answer judged without the words it taught."
          agreement={untaught}
        />
        <VerdictTable title="With all it learned" hint="As your reports are judged now." agreement={taught} />
      </div>
    </SettingsGroup>
  )
}

function Stories({ stories }: Pick<Agreement, 'stories'>) {
  return (
    <SettingsGroup title="By story" hint="How many of your verdicts Starbeat shares without having been told.">
      <ul className={styles.stories}>
        {stories.map(({ storyId, title, labels, agreed }) => (
          <li key={storyId}>
            <a href={`#${storyPath(storyId)}`}>{title}</a>
            <span className="figures">
              {agreedCount({ labels, agreed })} of {labels}
            </span>
          </li>
        ))}
      </ul>
    </SettingsGroup>
  )
}

function hearingLine(hearing: Agreement['hearing']): string {
  if (!hearing) return 'You have corrected no transcript yet. Correct one in a report to see how well you are heard.'
  const { attempts, words, wordErrorRate } = hearing
  return `Over ${plural(attempts, 'corrected transcript')} with ${plural(words, 'word')}, ${percent(wordErrorRate)} of the words were heard wrong, left out or made up.`
}

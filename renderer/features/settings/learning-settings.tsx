import { LinkButton } from '../../ui/button.tsx'
import { agreementLine, learnedLine } from './agreement-words.ts'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { useAgreement } from './use-agreement.ts'

/** What the user taught Starbeat, in a sentence, and the way to all of it. */
export function LearningSettings() {
  const { agreement } = useAgreement()
  return (
    <SettingsGroup title="What you taught Starbeat" hint="Verdicts and corrections by hand stay on this machine.">
      <p className={styles.quiet}>
        {agreement ? `${agreementLine(agreement)} ${learnedLine(agreement.wordings)}` : 'Comparing your verdicts…'}
      </p>
      <div className={styles.start}>
        <LinkButton href="#/settings/learning">How well it agrees with you</LinkButton>
      </div>
    </SettingsGroup>
  )
}

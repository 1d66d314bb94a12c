import type { BankSummary } from '#contract/banks'
import { LANGUAGES } from '#domain/speech/languages'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './bank-language.module.css'
import { useSetLanguage } from './use-library.ts'

const UNKNOWN = 'auto'
const ITEMS = [
  {
    id: UNKNOWN,
    label: 'Find out by listening',
    hint: 'With a model for many languages; each answer then starts slower',
  },
  ...Object.entries(LANGUAGES).map(([id, label]) => ({ id, label })),
]

export interface BankLanguageProps {
  readonly bank: BankSummary
  readonly isOpen: boolean
  onClose(): void
}

/** The choice of the language that a bank's stories are told in. */
export function BankLanguage({ bank, isOpen, onClose }: BankLanguageProps) {
  const setLanguage = useSetLanguage()
  return (
    <Dialog
      title="Language"
      size="sm"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles.body}>
        <Select
          label={`Stories in “${bank.title}” are told in`}
          items={ITEMS}
          value={bank.language ?? UNKNOWN}
          onChange={(language) => void setLanguage(bank.id, language === UNKNOWN ? null : language)}
        />
        <p className={styles.note}>
          Knowing the language makes recognition faster and surer. Models for English hear English only; verdicts on
          points work best in English, too.
        </p>
      </div>
    </Dialog>
  )
}

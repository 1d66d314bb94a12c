import type { BankChanges, BankPreview } from '#contract/banks'
import { plural } from '../shared/format.ts'
import styles from './import-preview.module.css'

function updateLine({ bankTitle, added, changed, kept, removed }: BankChanges): string {
  if (added + changed + removed === 0) return `“${bankTitle}” is in your Library already; nothing has changed.`
  const counts = `${added} added, ${changed} changed, ${kept} kept, ${removed} removed`
  return `Updates “${bankTitle}”: ${counts}. Attempts stay.`
}

/** How much was understood, and what accepting would change in a bank that is already there. */
export function PreviewSummary({ preview: { bank, updates } }: { readonly preview: BankPreview }) {
  const quick = bank.stories.filter((story) => story.kind === 'quick-answer').length
  const parts = [
    plural(bank.stories.length - quick, 'story', 'stories'),
    quick > 0 && plural(quick, 'quick answer'),
    bank.questions.length > 0 && plural(bank.questions.length, 'question'),
    bank.sections.length > 0 && plural(bank.sections.length, 'section'),
  ].filter(Boolean)
  const heading = bank.stories.length === 0 ? 'No story was found in this document' : parts.join(', ')
  return (
    <section className={styles.summary} aria-label="What was understood">
      <strong className="figures">{heading}</strong>
      {updates && <span className={`${styles.update} figures`}>{updateLine(updates)}</span>}
    </section>
  )
}

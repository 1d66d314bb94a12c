import type { ParsedBank } from '#domain/bank/bank'
import { plural } from '../shared/format.ts'
import styles from './preview-summary.module.css'
import { useReviewModel } from './review-context.ts'

/** How much was understood, and what accepting would change in a bank that is already there. */
export function PreviewSummary() {
  const { bank, raw, changes, preview } = useReviewModel()
  const quick = bank.stories.filter((story) => story.kind === 'quick-answer').length
  const parts = [
    plural(bank.stories.length - quick, 'story', 'stories'),
    quick > 0 && plural(quick, 'quick answer'),
    bank.questions.length > 0 && plural(bank.questions.length, 'question'),
    bank.sections.length > 0 && plural(bank.sections.length, 'section'),
  ].filter(Boolean)
  return (
    <section className={styles.summary} aria-label="What was understood">
      <strong className="figures">{bank.stories.length === 0 ? noneText(preview.text, raw) : parts.join(', ')}</strong>
      {changes && preview.updates && (
        <span className={`${styles.update} figures`}>{updateLine(preview.updates.bankTitle, changes.counts)}</span>
      )}
    </section>
  )
}

function noneText(text: string, raw: ParsedBank): string {
  if (raw.stories.length > 0) return 'No story is left'
  return text.trim() ? 'No story was found in this document' : 'This document is empty'
}

interface Counts {
  readonly added: number
  readonly changed: number
  readonly kept: number
  readonly removed: number
}

function updateLine(title: string, { added, changed, kept, removed }: Counts): string {
  if (added + changed + removed === 0) return `“${title}” is in your Library already; nothing has changed.`
  return `Updates “${title}”: ${added} added, ${changed} changed, ${kept} kept, ${removed} removed. Attempts stay.`
}

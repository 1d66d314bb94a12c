import type { ParsedBank } from '#domain/bank/bank'
import { Button } from '../../ui/button.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { useReviewModel } from './review-context.ts'
import styles from './tab.module.css'

/** Why a document has no story to accept. */
export function whyNoStory(text: string, raw: ParsedBank): string {
  if (raw.stories.length > 0) return 'You dropped all stories. Undo brings them back.'
  return text.trim() ? 'No story was found in this document.' : 'This document is empty.'
}

/** Says why there is no story, and what can be done. */
export function NoStory() {
  const { raw, preview, corrections, undo } = useReviewModel()
  if (raw.stories.length > 0) {
    return (
      <div className={styles.none}>
        <h2>You dropped all stories</h2>
        <p>Undo brings them back.</p>
        {corrections.canUndo && (
          <Button keys="Mod+z" onPress={undo}>
            Undo
          </Button>
        )}
      </div>
    )
  }
  if (preview.text.trim()) return <NoneFound />
  return (
    <div className={styles.none}>
      <h2>This document is empty.</h2>
      <p>Choose one that holds your stories.</p>
      <ChooseFiles label="Choose another document…" />
    </div>
  )
}

function NoneFound() {
  const { bank, tab, setTab } = useReviewModel()
  return (
    <div className={styles.none}>
      <h2>No story was found here</h2>
      <p>
        Starbeat looked for labelled parts (Situation, Task, Action, Result, or S, T, A, R), for headlines that name a
        story, and for passages told in the first person.
      </p>
      {bank.other.length > 0 && (
        <p>
          {tab === 'other'
            ? 'If a piece below is a story, say so: '
            : 'If a piece of the document is a story, say so: '}
          {tab === 'other' ? (
            '“Make it a story” reads it as one.'
          ) : (
            <button type="button" className={styles.link} onClick={() => setTab('other')}>
              look through what was not taken for a story
            </button>
          )}
        </p>
      )}
      <ChooseFiles label="Choose another document…" />
    </div>
  )
}

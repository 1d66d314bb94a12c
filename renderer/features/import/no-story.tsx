import { ChooseFiles } from './choose-files.tsx'
import { useReviewModel } from './review-context.ts'
import styles from './tab.module.css'

/** Says what was looked for in vain, and what can be done. */
export function NoStory() {
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

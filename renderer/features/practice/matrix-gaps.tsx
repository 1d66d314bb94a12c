import CircleCheck from 'lucide-react/icons/circle-check-big'
import { type ReactNode, useState } from 'react'
import type { GapReason } from '#contract/practice'
import { FoldButton } from '../../ui/fold-button.tsx'
import { plural } from '../shared/format.ts'
import { storyPath } from '../shared/paths.ts'
import styles from './matrix.module.css'
import type { Gaps } from './matrix-grid.ts'

/** What a section lacks, in a few words. */
export const GAP_WORDS: Readonly<Record<GapReason, string>> = {
  'no-story': 'no story',
  'not-practised': 'no story was practised',
  'not-ready': 'no story is ready',
}

/** What the bank lacks, each kind folded away behind its number. */
export function MatrixGaps({ gaps: { sections, questions, stories } }: { readonly gaps: Gaps }) {
  if (sections.length + questions.length + stories.length === 0) {
    return (
      <p className={styles.whole}>
        <CircleCheck aria-hidden="true" /> Every competency has a story that is ready, and every question has a story.
      </p>
    )
  }
  return (
    <section className={styles.gaps} aria-label="Gaps">
      <Gap
        title={`${plural(sections.length, 'competency', 'competencies')} without a ready story`}
        count={sections.length}
      >
        {sections.map(({ id, title, gap }) => (
          <li key={id}>
            {title} <span className={styles.quiet}>{gap && GAP_WORDS[gap]}</span>
          </li>
        ))}
      </Gap>
      <Gap title={`${plural(questions.length, 'question')} without a story`} count={questions.length}>
        {questions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </Gap>
      <Gap title={`${plural(stories.length, 'story', 'stories')} that no question asks for`} count={stories.length}>
        {stories.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${storyPath(id)}`}>{title}</a>
          </li>
        ))}
      </Gap>
    </section>
  )
}

interface GapProps {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

function Gap({ title, count, children }: GapProps) {
  const [isOpen, setOpen] = useState(false)
  if (count === 0) return null
  return (
    <div>
      <FoldButton isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        {title}
      </FoldButton>
      {isOpen && <ul className={styles.gapList}>{children}</ul>}
    </div>
  )
}

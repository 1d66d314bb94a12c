import { plural } from '../shared/format.ts'
import styles from './import-preview.module.css'
import type { PreviewProps } from './preview-tabs.tsx'

/** The questions of a document, each with how many stories answer it. */
export function PreviewQuestions({ bank }: PreviewProps) {
  if (bank.questions.length === 0) {
    return (
      <p className={`${styles.panel} ${styles.nothing}`}>
        No question was found. A story without one is rehearsed under its title.
      </p>
    )
  }
  const sectionTitle = (id: string | null) => bank.sections.find((section) => section.id === id)?.title
  return (
    <ul className={styles.panel}>
      {bank.questions.map((question) => {
        const count = bank.stories.filter((story) => story.questionIds.includes(question.id)).length
        const section = sectionTitle(question.sectionId)
        return (
          <li key={question.id} className={styles.question}>
            {question.text}
            <span className={styles.answers}>
              {count === 0 ? 'No story answers it' : `Answered by ${plural(count, 'story', 'stories')}`}
              {section && ` · ${section}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

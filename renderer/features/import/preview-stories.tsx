import type { Section, Story } from '#domain/story'
import styles from './import-preview.module.css'
import { PreviewStory } from './preview-story.tsx'
import type { PreviewProps } from './preview-tabs.tsx'

const OPEN_BELOW = 8

interface SectionStories {
  readonly section: Section | null
  readonly stories: readonly Story[]
}

function bySection({ sections, stories }: PreviewProps['bank']): readonly SectionStories[] {
  const groups = [...sections, null].map((section) => ({
    section,
    stories: stories.filter((story) => story.sectionId === (section?.id ?? null)),
  }))
  return groups.filter((group) => group.section || group.stories.length > 0)
}

/** The stories of a document by section, each with its points. */
export function PreviewStories(props: PreviewProps) {
  const { bank } = props
  if (bank.stories.length === 0) {
    return (
      <p className={`${styles.panel} ${styles.nothing}`}>
        Starbeat looks for headings or labels such as Situation, Task, Action and Result. “To look at” says what it saw.
      </p>
    )
  }
  return (
    <div className={styles.panel}>
      {bySection(bank).map(({ section, stories }) => (
        <section key={section?.id ?? 'none'} className={styles.section} aria-label={section?.title ?? 'No section'}>
          {(section || bank.sections.length > 0) && (
            <h2 className={styles.sectionTitle}>{section?.title ?? 'Without a section'}</h2>
          )}
          {section?.definition && <p className={styles.definition}>{section.definition}</p>}
          <div className={styles.stories}>
            {stories.map((story) => (
              <PreviewStory key={story.id} story={story} isOpenAtFirst={bank.stories.length < OPEN_BELOW} {...props} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

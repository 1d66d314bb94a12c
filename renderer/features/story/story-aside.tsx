import Mic from 'lucide-react/icons/mic'
import { type ReactNode, useId } from 'react'
import { useLocation } from 'wouter'
import type { StoryDetail } from '#contract/stories'
import { LinkButton } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { StorySchedule } from '../practice/story-schedule.tsx'
import { historyPath, rehearsePath } from '../shared/paths.ts'
import { sameText } from '../shared/same-text.ts'
import { AttemptList } from './attempt-list.tsx'
import styles from './story.module.css'

/** So many attempts are shown beside the story; the others are in its history. */
const NEWEST = 5

interface BlockProps {
  readonly title: string
  readonly children: ReactNode
}

function Block({ title, children }: BlockProps) {
  const id = useId()
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h2 id={id} className={styles.blockTitle}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** What stands around a story: the questions it answers, its attempts, its notes. */
export function StoryAside({ detail: { story, questions, attempts } }: { readonly detail: StoryDetail }) {
  const [, navigate] = useLocation()
  return (
    <aside className={styles.aside} aria-label="Around the story">
      <Block title="Questions it answers">
        {questions.length === 0 && <p className={styles.quiet}>None. It is rehearsed under its title.</p>}
        <ul>
          {questions.map((question) => (
            <li key={question.id} className={styles.question}>
              {sameText(question.text, story.title) ? (
                <span className={styles.quiet}>The one in its title</span>
              ) : (
                <span>{question.text}</span>
              )}
              <IconButton
                label={`Rehearse with: ${question.text}`}
                size="sm"
                onPress={() => navigate(rehearsePath(story.id, question.id))}
              >
                <Mic />
              </IconButton>
            </li>
          ))}
        </ul>
      </Block>
      <Block title="Practice">
        <StorySchedule storyId={story.id} title={story.title} />
      </Block>
      <Block title="Attempts">
        <AttemptList attempts={attempts.slice(0, NEWEST)} />
        {attempts.length > 0 && (
          <div className={styles.all}>
            <LinkButton variant="quiet" size="sm" keys="h" href={`#${historyPath(story.id)}`}>
              {attempts.length === 1 ? 'See its history' : `See all ${attempts.length}`}
            </LinkButton>
          </div>
        )}
      </Block>
      {story.notes.length > 0 && (
        <Block title="Notes">
          <ul className={styles.notes}>
            {story.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Block>
      )}
    </aside>
  )
}

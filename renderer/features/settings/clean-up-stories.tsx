import type { CleanUpStory } from '#contract/history'
import { formatBytes } from '../shared/format.ts'
import { historyPath } from '../shared/paths.ts'
import styles from './clean-up.module.css'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

const between = ({ oldestAt, newestAt }: CleanUpStory): string => {
  const [oldest, newest] = [DAY.format(oldestAt), DAY.format(newestAt)]
  return oldest === newest ? oldest : `${oldest} to ${newest}`
}

export interface CleanUpStoriesProps {
  readonly caption: string
  readonly stories: readonly CleanUpStory[]
}

/** What would go, story by story. */
export function CleanUpStories({ caption, stories }: CleanUpStoriesProps) {
  return (
    <table className={`${styles.stories} figures`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Story</th>
          <th scope="col">From</th>
          <th scope="col" className={styles.number}>
            Attempts
          </th>
          <th scope="col" className={styles.number}>
            Sound
          </th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story) => (
          <tr key={story.storyId}>
            <th scope="row">
              <a href={`#${historyPath(story.storyId)}`}>{story.title}</a>
            </th>
            <td>{between(story)}</td>
            <td className={styles.number}>{story.count}</td>
            <td className={styles.number}>{formatBytes(story.bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { SessionItem, StoryCandidate } from '#contract/sessions'
import { Select } from '../../ui/select.tsx'
import styles from './interview.module.css'
import { useSessionActions } from './use-sessions.ts'
import { useStoryChoices } from './use-story-choices.ts'

export interface ToldStoryProps {
  readonly sessionId: string
  readonly item: SessionItem
}

/** Which story an answer told: proposed from what was said, and the user's to change. */
export function ToldStory({ sessionId, item }: ToldStoryProps) {
  const { candidates, stories } = useStoryChoices(sessionId, item.position)
  const { nameStory } = useSessionActions(sessionId)
  if (!candidates || !stories) return null
  return (
    <div className={styles.told}>
      <Select
        label="The story you told"
        items={choicesOf(candidates, stories)}
        value={item.storyId ?? ''}
        onChange={(storyId) => void nameStory(item.position, storyId)}
      />
      <p className={styles.quiet} role="status">
        {toldWords(item, candidates)}
      </p>
    </div>
  )
}

/** The likely stories first with how much of them was said, then the others by title. */
function choicesOf(candidates: readonly StoryCandidate[], stories: readonly { id: string; title: string }[]) {
  const likely = new Set(candidates.map(({ storyId }) => storyId))
  return [
    ...candidates.map(({ storyId, title, covered, total }) => ({
      id: storyId,
      label: title,
      hint: `${covered} of ${total} points said`,
    })),
    ...stories.filter(({ id }) => !likely.has(id)).map(({ id, title }) => ({ id, label: title })),
  ]
}

function toldWords({ storyBy }: SessionItem, candidates: readonly StoryCandidate[]): string {
  if (storyBy === 'user') return 'As you said.'
  if (storyBy === 'app') return 'By what you said; change it if that is wrong.'
  return candidates.length > 0
    ? 'What you said fits no story clearly: please choose.'
    : 'A guess, as nothing of your answer is written down yet; change it if that is wrong.'
}

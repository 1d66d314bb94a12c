import ChevronDown from 'lucide-react/icons/chevron-down'
import type { Question, Story } from '#domain/story'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import styles from './prompt-view.module.css'

export interface PromptViewProps {
  readonly story: Story
  readonly questions: readonly Question[]
  readonly question: Question | null
  readonly canChange: boolean
  onAsk(questionId: string | null): void
}

/** What the interviewer asks, in large type, and the choice of another question. */
export function PromptView({ story, questions, question, canChange, onAsk }: PromptViewProps) {
  const number = questions.findIndex(({ id }) => id === question?.id) + 1
  return (
    <div className={styles.prompt}>
      <h2 className={styles.question}>
        {!question && <span className={styles.lead}>Tell the story</span>}
        {question?.text ?? story.title}
      </h2>
      {questions.length > 1 && (
        <Menu
          label="Questions"
          trigger={
            <Button variant="quiet" size="sm" icon={<ChevronDown />} isDisabled={!canChange}>
              {number > 0 ? `Question ${number} of ${questions.length}` : 'No question'}
            </Button>
          }
        >
          {questions.map(({ id, text }) => (
            <MenuItem key={id} onAction={() => onAsk(id)}>
              {text}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem onAction={() => onAsk(null)}>No question, just the story</MenuItem>
        </Menu>
      )}
    </div>
  )
}

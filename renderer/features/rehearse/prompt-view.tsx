import ChevronDown from 'lucide-react/icons/chevron-down'
import type { Question } from '#domain/story'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import styles from './prompt-view.module.css'

export interface PromptViewProps {
  /** Stands small above the text. */
  readonly lead: string | null
  readonly text: string
  /** What else may be asked; none where the question is given. */
  readonly questions: readonly Question[]
  readonly question: Question | null
  readonly canChange: boolean
  onAsk(questionId: string | null): void
}

/** What is asked, in large type, and the choice of another question. */
export function PromptView({ lead, text, questions, question, canChange, onAsk }: PromptViewProps) {
  const number = questions.findIndex(({ id }) => id === question?.id) + 1
  return (
    <div className={styles.prompt}>
      <h2 className={styles.question}>
        {lead && <span className={styles.lead}>{lead}</span>}
        {text}
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
          {questions.map((each) => (
            <MenuItem key={each.id} onAction={() => onAsk(each.id)}>
              {each.text}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem onAction={() => onAsk(null)}>No question, just the story</MenuItem>
        </Menu>
      )}
    </div>
  )
}

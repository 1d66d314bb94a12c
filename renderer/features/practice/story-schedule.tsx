import Ellipsis from 'lucide-react/icons/ellipsis'
import type { PracticeCard } from '#contract/practice'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { formatDue, plural } from '../shared/format.ts'
import { sameText } from '../shared/same-text.ts'
import { DRILL_CHOICES } from './drill-focus.ts'
import { standingWords } from './practice-words.ts'
import styles from './story-schedule.module.css'
import { useCardActions, useStoryCards } from './use-practice.ts'
import { useStartSession } from './use-sessions.ts'

export interface StoryScheduleProps {
  readonly storyId: string
  readonly title: string
}

/** When the prompts of a story come up, what the user holds back of them, and its drills. */
export function StorySchedule({ storyId, title }: StoryScheduleProps) {
  const cards = useStoryCards(storyId)
  const start = useStartSession()
  return (
    <>
      <ul>
        {cards?.map((card) => (
          <Card key={card.questionId} card={card} isOnly={cards.length === 1 || sameText(card.prompt, title)} />
        ))}
      </ul>
      <div className={styles.drill}>
        <Menu label="Drills of this story" trigger={<Button size="sm">Drill…</Button>}>
          {DRILL_CHOICES.map(({ id, label }) => (
            <MenuItem key={id} onAction={() => void start({ kind: 'drill', storyId, focus: id })}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </>
  )
}

const POSTPONE_DAYS = [1, 7, 30]

function Card({ card, isOnly }: { readonly card: PracticeCard; readonly isOnly: boolean }) {
  const actions = useCardActions()
  const isHeld = card.isSuspended || card.postponedUntil !== null
  return (
    <li className={styles.card}>
      <span className={styles.words}>
        <span className="figures">{heldWords(card)}</span>
        {!isOnly && <span className={styles.prompt}>{card.prompt}</span>}
      </span>
      <Menu
        label={`Schedule of ${card.prompt}`}
        trigger={
          <IconButton label={`Schedule of ${card.prompt}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        {isHeld && <MenuItem onAction={() => actions.resume(card)}>Take it in again</MenuItem>}
        {POSTPONE_DAYS.map((days) => (
          <MenuItem key={days} onAction={() => actions.postpone(card, days)}>
            {`Postpone by ${plural(days, 'day')}`}
          </MenuItem>
        ))}
        {!card.isSuspended && <MenuItem onAction={() => actions.suspend(card)}>Leave it out from now on</MenuItem>}
      </Menu>
    </li>
  )
}

function heldWords(card: PracticeCard): string {
  const now = Date.now()
  if (card.isSuspended) return 'Left out of practice'
  if (card.postponedUntil !== null && card.postponedUntil > now)
    return `Postponed: comes up ${formatDue(card.postponedUntil, now)}`
  if (card.phase === 'new') return 'New: comes up when its turn has come'
  const recall = card.recall === null ? '' : `, ${Math.round(card.recall * 100)} % remembered`
  return `${standingWords(card, now)}${recall}`
}

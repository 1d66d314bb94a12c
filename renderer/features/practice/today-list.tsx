import Ellipsis from 'lucide-react/icons/ellipsis'
import { GridList, GridListItem } from 'react-aria-components'
import { useLocation } from 'wouter'
import type { PracticeCard } from '#contract/practice'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import listRow from '../../ui/list-row.module.css'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { plural } from '../shared/format.ts'
import { rehearsePath, storyPath } from '../shared/paths.ts'
import { ReadinessRing } from '../shared/readiness-ring.tsx'
import { sameText } from '../shared/same-text.ts'
import { standingWords } from './practice-words.ts'
import styles from './today.module.css'
import { useCardActions } from './use-practice.ts'

const POSTPONE_DAYS = [1, 3, 7]

const keyOf = ({ storyId, questionId }: PracticeCard) => `${storyId} ${questionId ?? ''}`

/** The prompts of today in the order in which they come; Enter answers one out of turn. */
export function TodayList({ cards }: { readonly cards: readonly PracticeCard[] }) {
  const [, navigate] = useLocation()
  const items = cards.map((card) => ({ id: keyOf(card), card }))
  const answer = (id: unknown) => {
    const card = items.find((item) => item.id === id)?.card
    if (card) navigate(rehearsePath(card.storyId, card.questionId))
  }
  return (
    <GridList
      aria-label="Due today"
      items={items}
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      onAction={answer}
      className={cx(styles.list)}
    >
      {({ card }) => (
        <GridListItem id={keyOf(card)} textValue={card.prompt} className={cx(listRow.row, styles.row)}>
          <Row card={card} />
        </GridListItem>
      )}
    </GridList>
  )
}

function Row({ card }: { readonly card: PracticeCard }) {
  const { prompt, title, section, readiness, phase, recall } = card
  const [, navigate] = useLocation()
  const actions = useCardActions()
  const second = [!sameText(title, prompt) && title, section && !sameText(section, title) && section]
  return (
    <>
      <ReadinessRing readiness={readiness} />
      <span className={styles.words}>
        <span className={styles.prompt}>{prompt}</span>
        <span className={styles.second}>{second.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={`${styles.figures} figures`}>
        <span className={phase === 'new' ? styles.new : styles.due}>{standingWords(card, Date.now())}</span>
        {recall !== null && <span>{Math.round(recall * 100)} % remembered</span>}
      </span>
      <Menu
        label={`More for ${prompt}`}
        trigger={
          <IconButton label={`More for ${prompt}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem onAction={() => navigate(rehearsePath(card.storyId, card.questionId))}>Answer it now</MenuItem>
        <MenuItem onAction={() => navigate(storyPath(card.storyId))}>Open the story</MenuItem>
        <MenuSeparator />
        {POSTPONE_DAYS.map((days) => (
          <MenuItem key={days} onAction={() => actions.postpone(card, days)}>
            {`Postpone by ${plural(days, 'day')}`}
          </MenuItem>
        ))}
        <MenuItem onAction={() => actions.suspend(card)}>Leave it out from now on</MenuItem>
      </Menu>
    </>
  )
}

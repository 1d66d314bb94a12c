import { useState } from 'react'
import type { PracticeCard } from '#contract/practice'
import { Button } from '../../ui/button.tsx'
import { FoldButton } from '../../ui/fold-button.tsx'
import { formatDue } from '../shared/format.ts'
import { sameText } from '../shared/same-text.ts'
import styles from './today.module.css'
import { useCardActions } from './use-practice.ts'

/** The prompts that the user postponed or left out, folded away, with the way back. */
export function HeldCards({ cards }: { readonly cards: readonly PracticeCard[] }) {
  const [isOpen, setOpen] = useState(false)
  const { resume } = useCardActions()
  return (
    <section className={styles.held} aria-label="Held back">
      <FoldButton isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        {cards.length} held back
      </FoldButton>
      {isOpen && (
        <ul>
          {cards.map((card) => (
            <li key={`${card.storyId} ${card.questionId}`} className={styles.heldRow}>
              <span className={styles.words}>
                <span className={styles.prompt}>{card.prompt}</span>
                <span className={styles.second}>
                  {card.isSuspended
                    ? 'Left out'
                    : `Comes up ${card.postponedUntil === null ? 'today' : formatDue(card.postponedUntil, Date.now())}`}
                  {!sameText(card.title, card.prompt) && ` · ${card.title}`}
                </span>
              </span>
              <Button size="sm" aria-label={`Take in again: ${card.prompt}`} onPress={() => resume(card)}>
                Take in again
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

import BookMarked from 'lucide-react/icons/book-marked'
import CircleMinus from 'lucide-react/icons/circle-minus'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import StickyNote from 'lucide-react/icons/sticky-note'
import type { ReactNode } from 'react'
import type { Mark } from '#domain/bank/correction'
import { PARTS, type Part } from '#domain/story'
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { PartBadge } from '../shared/part-badge.tsx'
import { PART_NAMES } from '../shared/parts.ts'
import styles from './mark-items.module.css'
import { useReviewModel } from './review-context.ts'
import { MARK_KEYS } from './shortcuts.ts'

export interface MarkItemsProps {
  /** What it is already. */
  readonly present: Mark | null
  /** Leaves out what only a piece of a story can become. */
  readonly isOutside?: boolean
  onMark(as: Mark): void
}

/** The letter of a part in a menu, where its name stands beside it. */
export const PartLetter = ({ part }: { readonly part: Part }) => (
  <span aria-hidden="true" className={styles.letter}>
    <PartBadge part={part} />
  </span>
)

interface OneProps {
  readonly as: Mark
  readonly icon: ReactNode
  readonly children: string
}

/** Everything that a block of text can be, as items of a menu. */
export function MarkItems({ present, isOutside = false, onMark }: MarkItemsProps) {
  const { bank } = useReviewModel()
  const one = ({ as, icon, children }: OneProps, isDisabled = false) => (
    <MenuItem
      key={as}
      icon={icon}
      keys={MARK_KEYS[as]}
      isDisabled={isDisabled || as === present}
      onAction={() => onMark(as)}
    >
      {children}
    </MenuItem>
  )
  return (
    <>
      {PARTS.map((part) => one({ as: part, icon: <PartLetter part={part} />, children: PART_NAMES[part].label }))}
      <MenuSeparator />
      {one({ as: 'question', icon: <CircleQuestionMark />, children: 'Question' })}
      {one(
        { as: 'definition', icon: <BookMarked />, children: 'Definition of the section' },
        bank.sections.length === 0,
      )}
      {one({ as: 'note', icon: <StickyNote />, children: 'Note, kept and not said' })}
      {!isOutside && one({ as: 'nothing', icon: <CircleMinus />, children: 'Not part of the story' })}
    </>
  )
}

import ChevronDown from 'lucide-react/icons/chevron-down'
import type { OtherText } from '#domain/bank/bank'
import type { Mark } from '#domain/bank/correction'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { linesText } from './lines-text.ts'
import { useLinked } from './link.ts'
import { otherKey } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import styles from './tab.module.css'
import { dataLines } from './use-linking.ts'

export interface OtherRowProps {
  readonly other: OtherText
  onMakeStory(): void
  onMark(as: Mark): void
  /** Asks as what it is added to the story above. */
  onAdd(anchor: Element): void
}

/** A piece of text that belongs to no story, with what it could be. */
export function OtherRow({ other, onMakeStory, onMark, onAdd }: OtherRowProps) {
  const { bank, link } = useReviewModel()
  const isLit = useLinked(link, (state) => state.overKey === otherKey(other.id))
  const above = bank.stories.findLast((story) => story.lines.from <= other.lines.from) ?? bank.stories[0]
  return (
    <div className={cx(styles.row, isLit && styles.lit)} {...dataLines(other.lines)}>
      <span className={`${styles.lines} figures`}>{linesText(other.lines)}</span>
      <span dir="auto" className={styles.excerpt}>
        {other.text.replaceAll(/\n\s*\n/g, '\n')}
      </span>
      <span className={styles.actions}>
        <Button size="sm" onPress={onMakeStory}>
          Make it a story
        </Button>
        {above && (
          <Button
            size="sm"
            aria-haspopup="menu"
            aria-label={`Add to the story above, ${above.title}`}
            onPress={({ target }) => onAdd(target)}
          >
            Add to the story above
            <ChevronDown aria-hidden="true" className={styles.caret} />
          </Button>
        )}
        <Button size="sm" variant="quiet" onPress={() => onMark('question')}>
          Question
        </Button>
        {bank.sections.length > 0 && (
          <Button size="sm" variant="quiet" onPress={() => onMark('definition')}>
            Definition
          </Button>
        )}
        {above && (
          <Button size="sm" variant="quiet" onPress={() => onMark('note')}>
            Note
          </Button>
        )}
      </span>
    </div>
  )
}

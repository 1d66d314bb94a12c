import ChevronRight from 'lucide-react/icons/chevron-right'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Pencil from 'lucide-react/icons/pencil'
import { useContext } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { TargetBand } from '#domain/story'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { plural } from '../shared/format.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { ChangeMark } from './change-mark.tsx'
import { linesText } from './lines-text.ts'
import { useLinked } from './link.ts'
import { countGuesses, partCounts } from './pieces.ts'
import { RenameField } from './rename-field.tsx'
import { RenamingContext, useRowSurroundings } from './row-context.ts'
import styles from './story-row.module.css'
import type { StoryHead } from './story-rows.ts'
import { dataLines } from './use-linking.ts'

const seconds = (ms: number) => Math.round(ms / 1000)
const targetText = ({ minMs, maxMs }: TargetBand) =>
  minMs === maxMs ? `${seconds(minMs)} s` : `${seconds(minMs)}–${seconds(maxMs)} s`

/** The head of a story: its title, where it belongs, and what can be done with all of it. */
export function StoryHeadRow({ row }: { readonly row: StoryHead }) {
  const { link, actions } = useRowSurroundings()
  const renamingId = useContext(RenamingContext)
  const { story, section, isOpen, change } = row
  const isLit = useLinked(link, (state) => state.overKey === row.id)
  const guesses = countGuesses(story)
  return (
    <div className={cx(styles.storyRow, row.isFirst && styles.first, !isOpen && styles.folded)}>
      {section && (
        <div className={styles.section} {...dataLines(section.lines)}>
          {section.title}
          {section.definition && <span className={styles.definition}>{section.definition}</span>}
        </div>
      )}
      <div className={cx(styles.head, isLit && styles.lit)} {...dataLines(story.lines)}>
        <div className={styles.titleLine}>
          <AriaButton
            className={cx(styles.fold)}
            aria-label={isOpen ? `Fold ${story.title}` : `Unfold ${story.title}`}
            aria-expanded={isOpen}
            onPress={() => actions.toggle(story.id)}
          >
            <ChevronRight />
          </AriaButton>
          {renamingId === story.id ? (
            <RenameField title={story.title} onEnd={(title) => actions.endRename(row, title)} />
          ) : (
            <span className={styles.titleText}>
              <span dir="auto" className={styles.title}>
                {story.title}
              </span>
              <span className={styles.onHover}>
                <IconButton label={`Rename ${story.title}`} keys="F2" size="sm" onPress={() => actions.rename(row)}>
                  <Pencil />
                </IconButton>
              </span>
            </span>
          )}
          {change && <ChangeMark change={change} />}
          {!isOpen && guesses > 0 && <span className={styles.word}>{guesses} guessed</span>}
          {!isOpen && (
            <span className={styles.counts}>
              {[...partCounts(story)].map(([part, count]) => (
                <PartBadge key={part} part={part} count={count} />
              ))}
            </span>
          )}
          <IconButton
            label={`More for ${story.title}`}
            size="sm"
            aria-haspopup="menu"
            onPress={({ target }) => actions.openMenu(target, row)}
          >
            <Ellipsis />
          </IconButton>
        </div>
        {isOpen && (
          <div className={styles.meta}>
            {story.kind === 'quick-answer' && <span>Quick answer</span>}
            {row.questions.length > 0 && (
              <span dir="auto" className={styles.asked} title={row.questions.join('\n')}>
                Answers “{row.questions[0]}”{row.questions.length > 1 && ` and ${row.questions.length - 1} more`}
              </span>
            )}
            {story.target && <span>{targetText(story.target)}</span>}
            <span className="figures">{linesText(story.lines)}</span>
          </div>
        )}
        {isOpen && guesses > 0 && (
          <div className={styles.guesses}>
            <span>
              {guesses === story.points.length
                ? 'All parts are guessed from the words.'
                : `${plural(guesses, 'part is', 'parts are')} guessed.`}
            </span>
            <Button size="sm" keys="c" onPress={() => actions.confirm(row)}>
              Looks right
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

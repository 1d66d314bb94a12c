import Trash from 'lucide-react/icons/trash-2'
import { useId, useRef, useState } from 'react'
import type { Wording, WordingKind } from '#domain/coverage/wording'
import { FoldButton } from '../../ui/fold-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatDay, plural } from '../shared/format.ts'
import { attemptPath } from '../shared/paths.ts'
import styles from './learned-wordings.module.css'
import { useRemoveWording } from './use-story.ts'

export interface LearnedWordingsProps {
  readonly pointText: string
  /** What was learned about the point, at least one, newest first. */
  readonly wordings: readonly Wording[]
  /** The attempts that there is a report of. */
  readonly attemptIds: ReadonlySet<string>
  /** Puts the focus elsewhere when the last one goes. */
  onEmpty(): void
}

const KINDS: readonly { kind: WordingKind; name: string }[] = [
  { kind: 'accepted', name: 'Says it' },
  { kind: 'rejected', name: 'Does not say it' },
]

/** What Starbeat learned about a point, folded away at first: words that say it and words that do not. */
export function LearnedWordings({ pointText, wordings, attemptIds, onEmpty }: LearnedWordingsProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const remove = useRemoveWording()
  const onRemove = (wordingId: string) => {
    // The button goes with its row; the focus stays here.
    if (wordings.length > 1) root.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
    else onEmpty()
    void remove(wordingId)
  }
  const count = plural(wordings.length, 'learned wording')
  return (
    <div ref={root} className={styles.root}>
      <FoldButton
        isOpen={isOpen}
        aria-label={`${count}: ${pointText}`}
        aria-controls={isOpen ? id : undefined}
        onToggle={() => setOpen(!isOpen)}
      >
        {count}
      </FoldButton>
      {isOpen && (
        <dl id={id} className={styles.kinds}>
          {KINDS.map(({ kind, name }) => {
            const own = wordings.filter((wording) => wording.kind === kind)
            if (own.length === 0) return null
            return (
              <div key={kind} className={styles.kind}>
                <dt>{name}</dt>
                <dd>
                  <ul>
                    {own.map((wording) => (
                      <Row
                        key={wording.id}
                        wording={wording}
                        isLinked={wording.attemptId !== null && attemptIds.has(wording.attemptId)}
                        onRemove={() => onRemove(wording.id)}
                      />
                    ))}
                  </ul>
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </div>
  )
}

interface RowProps {
  readonly wording: Wording
  readonly isLinked: boolean
  onRemove(): void
}

function Row({ wording: { text, attemptId, learnedAt }, isLinked, onRemove }: RowProps) {
  const day = formatDay(learnedAt, Date.now())
  return (
    <li className={styles.wording}>
      <span className={styles.words}>
        “{text}”{' '}
        {isLinked && attemptId ? (
          <a href={`#${attemptPath(attemptId)}`} className={styles.day} aria-label={`Learned ${day}: open the report`}>
            {day}
          </a>
        ) : (
          <span className={styles.day}>{day}</span>
        )}
      </span>
      <IconButton label={`Remove “${text}”`} size="sm" onPress={onRemove}>
        <Trash />
      </IconButton>
    </li>
  )
}

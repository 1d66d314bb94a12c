import Check from 'lucide-react/icons/check'
import Circle from 'lucide-react/icons/circle'
import type { ShapeFinding } from '#domain/delivery/delivery'
import type { Word } from '#domain/transcript'
import { SHAPE_WORDS } from './delivery-words.ts'
import type { Hear } from './hear.ts'
import { Quote } from './quote.tsx'
import styles from './shape-list.module.css'

export interface ShapeListProps {
  readonly shape: readonly ShapeFinding[]
  readonly words: readonly Word[]
  readonly onHear: Hear | undefined
}

/** What a well-built answer has: a calm checklist with the words that show it. */
export function ShapeList({ shape, words, onHear }: ShapeListProps) {
  return (
    <ul className={styles.list}>
      {shape.map(({ shape: hint, met, span }) =>
        hint === 'length' ? null : (
          <li key={hint} className={styles.hint} data-met={met}>
            {met ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
            <span>
              {met ? SHAPE_WORDS[hint].met : SHAPE_WORDS[hint].open}{' '}
              {span && <Quote words={words} span={span} onHear={onHear} />}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}

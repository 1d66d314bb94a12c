import type { TraitFinding } from '#domain/delivery/delivery'
import { TRAIT_NAMES } from './delivery-words.ts'
import type { Hear } from './hear.ts'
import { Mentions } from './moment.tsx'
import styles from './trait-list.module.css'

export interface TraitListProps {
  readonly traits: readonly TraitFinding[]
  readonly onHear: Hear | undefined
}

/** What the words show of a person, first what the bank itself asks for. */
export function TraitList({ traits, onHear }: TraitListProps) {
  return (
    <ul className={styles.list}>
      {traits.map(({ trait, asked, mentions }) => (
        <li key={trait} className={styles.trait}>
          <span className={styles.name}>{TRAIT_NAMES[trait]}</span>
          {asked && <span className={styles.asked}>asked for</span>}
          {mentions.length > 0 ? (
            <Mentions mentions={mentions} onHear={onHear} />
          ) : (
            <span className={styles.none}>no phrase of it was heard</span>
          )}
        </li>
      ))}
    </ul>
  )
}

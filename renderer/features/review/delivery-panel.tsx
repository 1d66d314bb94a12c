import { useState } from 'react'
import type { Delivery } from '#domain/delivery/delivery'
import type { TargetBand } from '#domain/story'
import type { Word } from '#domain/transcript'
import { FoldButton } from '../../ui/fold-button.tsx'
import { formatDuration } from '../shared/format.ts'
import styles from './delivery-panel.module.css'
import { FillersRow, MoreRows, PaceRow, PausesRow, Row } from './delivery-rows.tsx'
import type { Hear } from './hear.ts'
import { PartShares } from './part-shares.tsx'
import { lengthWords } from './report-words.ts'
import { ShapeList } from './shape-list.tsx'
import { TraitList } from './trait-list.tsx'
import { VoiceCounts } from './voice-counts.tsx'

export interface DeliveryPanelProps {
  readonly delivery: Delivery
  readonly words: readonly Word[]
  readonly target: TargetBand
  readonly onHear: Hear | undefined
}

/** How the answer was delivered; every figure explains itself, every word noticed can be heard. */
export function DeliveryPanel({ delivery, words, target, onHear }: DeliveryPanelProps) {
  const [isMore, setMore] = useState(false)
  const { durationMs, isEnglish, partTimes, shape, traits, voices, wordCount } = delivery
  const hasHabits = isEnglish && wordCount > 0
  return (
    <section aria-label="Delivery">
      <h2 className={styles.heading}>Delivery</h2>
      <dl className={styles.rows}>
        <Row note="length">
          <span>
            <strong>{formatDuration(durationMs)}</strong>, {lengthWords(durationMs, target)}
          </span>
        </Row>
        <PaceRow delivery={delivery} onHear={onHear} />
        {wordCount > 1 && <PausesRow delivery={delivery} onHear={onHear} />}
        {hasHabits && <FillersRow delivery={delivery} onHear={onHear} />}
        {partTimes.length > 0 && (
          <Row note="parts">
            <PartShares partTimes={partTimes} />
          </Row>
        )}
        {hasHabits && (
          <Row note="voices">
            <VoiceCounts voices={voices} />
          </Row>
        )}
        {shape.some(({ shape: hint }) => hint !== 'length') && (
          <Row note="shape">
            <ShapeList shape={shape} words={words} onHear={onHear} />
          </Row>
        )}
        {traits.length > 0 && (
          <Row note="shows">
            <TraitList traits={traits} onHear={onHear} />
          </Row>
        )}
        {isMore && <MoreRows delivery={delivery} onHear={onHear} />}
      </dl>
      {!isEnglish && (
        <p className={styles.note}>Fillers, wording and phrases are left out: Starbeat knows them in English only.</p>
      )}
      {(hasHabits || delivery.pace.articulationRate !== null) && (
        <FoldButton isOpen={isMore} onToggle={() => setMore(!isMore)}>
          {isMore ? 'Less' : isEnglish ? 'More: wording, speaking rate' : 'More: speaking rate'}
        </FoldButton>
      )}
    </section>
  )
}

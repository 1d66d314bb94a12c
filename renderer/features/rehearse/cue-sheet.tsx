import type { LiveHearing } from '#contract/attempts'
import type { CueLevel } from '#domain/attempt'
import { PARTS, type Point } from '#domain/story'
import { FoldButton } from '../../ui/fold-button.tsx'
import { FactText } from '../shared/fact-text.tsx'
import { plural } from '../shared/format.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { StatusMark } from '../shared/status-mark.tsx'
import { type CueGroup, cueGroups, optionalCount } from './cue-groups.ts'
import styles from './cue-sheet.module.css'

export interface CueSheetProps {
  readonly points: readonly Point[]
  /** The points that were heard so far. */
  readonly said: LiveHearing['said']
  readonly cueLevel: CueLevel
  /** Shows optional points, too. */
  readonly hasOptional: boolean
  onShowOptional(hasOptional: boolean): void
}

/** As much of the story as the cue level shows: points, keywords, or the letters of its parts. */
export function CueSheet({ points, said, cueLevel, hasOptional, onShowOptional }: CueSheetProps) {
  if (cueLevel === 'off-book') {
    return (
      <ul className={styles.letters} aria-label="Parts of the story">
        {PARTS.filter((part) => points.some((point) => point.part === part)).map((part) => (
          <li key={part}>
            <PartBadge part={part} />
          </li>
        ))}
      </ul>
    )
  }
  const count = optionalCount(points)
  return (
    <>
      <CueGroups groups={cueGroups(points, hasOptional)} said={said} cueLevel={cueLevel} />
      {count > 0 && (
        <p className={styles.fold}>
          <FoldButton isOpen={hasOptional} onToggle={() => onShowOptional(!hasOptional)}>
            {hasOptional ? 'Hide' : 'Show'} {plural(count, 'optional point')}
          </FoldButton>
        </p>
      )}
    </>
  )
}

interface CueGroupsProps extends Pick<CueSheetProps, 'cueLevel' | 'said'> {
  readonly groups: readonly CueGroup[]
}

function CueGroups({ groups, said, cueLevel }: CueGroupsProps) {
  const ticks = new Map(said.map(({ pointId, status }) => [pointId, status]))
  return (
    <ul className={styles.groups}>
      {groups.map(({ part, points: ofPart }) => (
        <li key={part} className={styles.group}>
          <span className={styles.badge}>
            <PartBadge part={part} />
          </span>
          <ul className={styles.points}>
            {ofPart.map(({ point, cues }) => (
              <li key={point.id} className={styles[point.weight]}>
                <Tick status={ticks.get(point.id)} />
                {cueLevel === 'full' ? (
                  <FactText text={point.text} facts={point.facts} />
                ) : (
                  <span className={styles.cues}>
                    {cues.map((cue) => (
                      <span key={cue} className={styles.cue}>
                        {cue}
                      </span>
                    ))}
                  </span>
                )}
                {point.weight === 'optional' && <span className={styles.note}> optional</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** A point that was heard while it was spoken; it takes its place beside the point, so that nothing moves. */
function Tick({ status }: { readonly status: LiveHearing['said'][number]['status'] | undefined }) {
  if (!status) return null
  return (
    <span className={styles.tick}>
      <StatusMark status={status} isShort />
    </span>
  )
}

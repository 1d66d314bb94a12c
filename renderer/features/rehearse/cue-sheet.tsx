import type { CueLevel } from '#domain/attempt'
import { PARTS, type Part, type Point } from '#domain/story'
import { FactText } from '../shared/fact-text.tsx'
import { PartBadge } from '../shared/part-badge.tsx'
import styles from './cue-sheet.module.css'
import { keyWords } from './key-words.ts'

export interface CueSheetProps {
  readonly points: readonly Point[]
  readonly cueLevel: CueLevel
}

interface Group {
  readonly part: Part
  readonly points: readonly { readonly point: Point; readonly cues: readonly string[] }[]
}

function groupsOf(points: readonly Point[]): readonly Group[] {
  const cues = keyWords(points)
  const all = points.map((point, index) => ({ point, cues: cues[index] ?? [] }))
  const told = PARTS.map((part) => ({ part, points: all.filter(({ point }) => point.part === part) }))
  return told.filter((group) => group.points.length > 0)
}

/** As much of the story as the cue level shows: points, keywords, or the letters of its parts. */
export function CueSheet({ points, cueLevel }: CueSheetProps) {
  const groups = groupsOf(points)
  if (cueLevel === 'off-book') {
    return (
      <ul className={styles.letters} aria-label="Parts of the story">
        {groups.map(({ part }) => (
          <li key={part}>
            <PartBadge part={part} />
          </li>
        ))}
      </ul>
    )
  }
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

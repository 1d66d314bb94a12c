import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { PARTS, type Point, type Story } from '#domain/story'
import { FactText } from '../shared/fact-text.tsx'
import { PartBadge } from '../shared/part-badge.tsx'
import styles from './import-preview.module.css'
import type { PreviewProps } from './preview-tabs.tsx'

export interface PreviewStoryProps extends Pick<PreviewProps, 'onMark' | 'onJump'> {
  readonly story: Story
  readonly isOpenAtFirst: boolean
}

/** One story of a document: its title and parts; open, its points. */
export function PreviewStory({ story, isOpenAtFirst, onMark, onJump }: PreviewStoryProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const counts = PARTS.map((part) => ({ part, count: story.points.filter((point) => point.part === part).length }))
  return (
    <div className={styles.story}>
      <button
        type="button"
        className={styles.storyButton}
        aria-expanded={isOpen}
        onMouseEnter={() => onMark(story.lines)}
        onFocus={() => onMark(story.lines)}
        onClick={() => {
          setOpen(!isOpen)
          if (story.lines) onJump(story.lines)
        }}
      >
        <ChevronRight aria-hidden="true" />
        <span className={styles.storyTitle}>{story.title}</span>
        <span className={styles.parts}>
          {counts.map(({ part, count }) => count > 0 && <PartBadge key={part} part={part} count={count} />)}
        </span>
      </button>
      {isOpen && (
        <div className={styles.points}>
          {story.points.map((point) => (
            <PreviewPoint key={point.id} point={point} onMark={onMark} onJump={onJump} />
          ))}
          {story.notes.length > 0 && (
            <p className={styles.notes}>Kept as notes: {story.notes.map((note) => `“${note}”`).join(' ')}</p>
          )}
        </div>
      )}
    </div>
  )
}

interface PreviewPointProps extends Pick<PreviewProps, 'onMark' | 'onJump'> {
  readonly point: Point
}

function PreviewPoint({ point, onMark, onJump }: PreviewPointProps) {
  const lines = point.line === null ? null : { from: point.line, to: point.line }
  return (
    <button
      type="button"
      className={styles.point}
      onMouseEnter={() => onMark(lines)}
      onFocus={() => onMark(lines)}
      onClick={() => lines && onJump(lines)}
    >
      <PartBadge part={point.part} />
      <span className={styles[point.weight]}>
        <FactText text={point.text} facts={point.facts} />
        {point.weight === 'optional' && <span className={styles.note}> optional</span>}
      </span>
    </button>
  )
}

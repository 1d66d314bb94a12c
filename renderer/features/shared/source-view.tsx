import { memo, useEffect, useMemo, useRef } from 'react'
import type { LineRange } from '#domain/story'
import { cx } from '../../ui/cx.ts'
import styles from './source-view.module.css'

const CHUNK_LINES = 60

export interface SourceViewProps {
  readonly label: string
  readonly text: string
  /** Lines to mark (1-based, both inclusive). */
  readonly marked: LineRange | null
  /** Lines to bring into view; a new object scrolls again. */
  readonly target: LineRange | null
}

interface ChunkProps {
  readonly lines: readonly string[]
  readonly first: number
  readonly from: number
  readonly to: number
}

/** A run of lines. The browser skips drawing those out of view (content-visibility). */
const Chunk = memo(function Chunk({ lines, first, from, to }: ChunkProps) {
  return (
    <div className={styles.chunk}>
      {lines.map((line, index) => {
        const number = first + index
        const isMarked = number >= from && number <= to
        return (
          <div key={number} data-line={number} className={cx(styles.line, isMarked && styles.marked)}>
            {line || ' '}
          </div>
        )
      })}
    </div>
  )
})

function toChunks(text: string): readonly (readonly string[])[] {
  const lines = text.split(/\r\n|\r|\n/)
  const count = Math.ceil(lines.length / CHUNK_LINES)
  return Array.from({ length: count }, (_, index) => lines.slice(index * CHUNK_LINES, (index + 1) * CHUNK_LINES))
}

/** A document as it was written, with line numbers; marks a range of lines and scrolls to another. */
export function SourceView({ label, text, marked, target }: SourceViewProps) {
  const rootRef = useRef<HTMLElement>(null)
  const chunks = useMemo(() => toChunks(text), [text])
  useEffect(() => {
    const line = target && rootRef.current?.querySelector(`[data-line="${target.from}"]`)
    line?.scrollIntoView({ block: target && target.to - target.from > 12 ? 'start' : 'center' })
  }, [target])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={rootRef} className={styles.source} aria-label={label} tabIndex={0}>
      {chunks.map((lines, index) => {
        const first = index * CHUNK_LINES + 1
        const last = first + lines.length - 1
        const from = marked && marked.from <= last && marked.to >= first ? Math.max(first, marked.from) : 0
        const to = from > 0 && marked ? Math.min(last, marked.to) : 0
        return <Chunk key={first} lines={lines} first={first} from={from} to={to} />
      })}
    </section>
  )
}

import { memo, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { LineRange } from '#domain/story'
import { cx } from '../../ui/cx.ts'
import styles from './source-view.module.css'

const CHUNK_LINES = 60

/** How a kind of line is marked beside its number. */
export interface LineSign {
  readonly letter: string
  readonly className: string | undefined
}

/** What each line is: one character a line, and how each character is shown. */
export interface LineSigns {
  readonly codes: string
  readonly signs: Readonly<Record<string, LineSign>>
}

export interface SourceViewProps {
  readonly label: string
  readonly text: string
  readonly gutter?: LineSigns
  /** Lines to mark (1-based, both inclusive). */
  readonly marked: LineRange | null
  /** Lines to bring into view; a new object scrolls again. */
  readonly target: LineRange | null
  /** The pointer came over a line, or left them all. */
  onOver?(line: number | null): void
  /** A line was clicked. */
  onPick?(line: number): void
}

interface ChunkProps {
  readonly lines: readonly string[]
  readonly first: number
  readonly from: number
  readonly to: number
  readonly codes: string
  readonly signs: LineSigns['signs'] | undefined
}

/** A run of lines. The browser skips drawing those out of view (content-visibility). */
const Chunk = memo(function Chunk({ lines, first, from, to, codes, signs }: ChunkProps) {
  return (
    <div className={styles.chunk}>
      {lines.map((line, index) => {
        const number = first + index
        const isMarked = number >= from && number <= to
        const sign = signs?.[codes[index] ?? ' ']
        return (
          <div
            key={number}
            data-line={number}
            dir="auto"
            data-sign={sign?.letter}
            className={cx(styles.line, signs && styles.signed, sign?.className, isMarked && styles.marked)}
          >
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

const lineOf = ({ target }: Event): number | null => {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]')?.dataset.line : undefined
  return line === undefined ? null : Number(line)
}

/** A document as it was written, with line numbers; marks a range of lines and scrolls to another. */
export function SourceView({ label, text, gutter, marked, target, onOver, onPick }: SourceViewProps) {
  const rootRef = useRef<HTMLElement>(null)
  const chunks = useMemo(() => toChunks(text), [text])
  useEffect(() => {
    const line = target && rootRef.current?.querySelector(`[data-line="${target.from}"]`)
    line?.scrollIntoView({ block: target && target.to - target.from > 12 ? 'start' : 'center' })
  }, [target])
  const over = useEffectEvent((line: number | null) => onOver?.(line))
  const pick = useEffectEvent((line: number | null) => {
    // A click that ends a selection of text is none.
    if (line !== null && window.getSelection()?.isCollapsed !== false) onPick?.(line)
  })
  useEffect(() => {
    const closer = new AbortController()
    const { signal } = closer
    rootRef.current?.addEventListener('pointerover', (event) => over(lineOf(event)), { signal })
    rootRef.current?.addEventListener('pointerleave', () => over(null), { signal })
    rootRef.current?.addEventListener('click', (event) => pick(lineOf(event)), { signal })
    return () => closer.abort()
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={rootRef} className={styles.source} aria-label={label} tabIndex={0}>
      {chunks.map((lines, index) => {
        const first = index * CHUNK_LINES + 1
        const last = first + lines.length - 1
        const from = marked && marked.from <= last && marked.to >= first ? Math.max(first, marked.from) : 0
        const to = from > 0 && marked ? Math.min(last, marked.to) : 0
        const codes = gutter?.codes.slice(first - 1, last) ?? ''
        return <Chunk key={first} lines={lines} first={first} from={from} to={to} codes={codes} signs={gutter?.signs} />
      })}
    </section>
  )
}

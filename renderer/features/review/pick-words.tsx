import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import type { PointReport } from '#contract/attempts'
import type { Word, WordSpan } from '#domain/transcript'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PartBadge } from '../shared/part-badge.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import styles from './pick-words.module.css'
import { drag, likeliest, moveTo, pickedSpan, press, release, startPicking } from './picking.ts'
import { nextWord } from './roving.ts'
import { PICK_SHORTCUTS } from './shortcuts.ts'

export interface PickWordsProps {
  /** The point whose words are looked for. */
  readonly report: PointReport
  readonly words: readonly Word[]
  onAccept(span: WordSpan): void
  onSkip(): void
}

const wordOf = (target: EventTarget | null): number | null => {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-word]')?.dataset.word : undefined
  return index === undefined ? null : Number(index)
}

/** The transcript while the words that say a point are chosen from it, by pointer or by keys. */
export function PickWords({ report: { point, judged }, words, onAccept, onSkip }: PickWordsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [picking, setPicking] = useState(() => startPicking(likeliest(judged), words.length))
  const span = pickedSpan(picking)
  const accept = span && (() => onAccept(span))
  useShortcuts(PICK_SHORTCUTS, { 'pick-accept': accept, 'pick-skip': onSkip })

  const { head } = picking
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-word="${head}"]`)?.focus()
  }, [head])

  const onKeyDown = (event: KeyboardEvent) => {
    const places = [...(list.current?.querySelectorAll<HTMLElement>('[data-word]') ?? [])]
    const next = nextWord(event.key, head, places)
    if (next === null) return
    event.preventDefault()
    setPicking((now) => moveTo(now, next, event.shiftKey))
  }
  const onPointerDown = (event: PointerEvent) => {
    const at = wordOf(event.target)
    if (at === null || event.button !== 0) return
    // A press on a word chooses it; the browser would begin to select text.
    event.preventDefault()
    setPicking((now) => press(now, at, event.shiftKey))
  }
  const onPointerMove = (event: PointerEvent) => {
    const at = event.buttons === 1 ? wordOf(event.target) : null
    if (at !== null) setPicking((now) => drag(now, at))
  }
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <p id={id} className={styles.question}>
          <PartBadge part={point.part} /> Which words said “{point.text}”?
        </p>
        <p id={`${id}-hint`} className={styles.hint}>
          Drag over them, or click the first and the last. With keys: arrows move, Shift and arrows extend.
        </p>
        <div className={styles.actions}>
          <Button size="sm" variant="primary" keys="Enter" isDisabled={!accept} onPress={() => accept?.()}>
            These words
          </Button>
          <Button size="sm" keys="Escape" onPress={onSkip}>
            Skip
          </Button>
        </div>
      </div>
      <div
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-multiselectable="true"
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        className={styles.words}
        data-arrows
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setPicking(release)}
      >
        {words.map((word, index) => {
          const isChosen = span !== null && index >= span.from && index < span.to
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the transcript
              key={index}
              role="option"
              aria-selected={isChosen}
              tabIndex={index === head ? 0 : -1}
              data-word={index}
              className={cx(
                styles.word,
                isChosen && styles.chosen,
                isChosen && index === span.from && styles.first,
                isChosen && index === span.to - 1 && styles.last,
              )}
            >
              {word.text}{' '}
            </span>
          )
        })}
      </div>
    </div>
  )
}

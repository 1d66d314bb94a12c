import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Report } from '#contract/attempts'
import type { Word } from '#domain/transcript'
import { createObservable } from '../../audio/observable.ts'
import type { Player } from '../../audio/player.ts'
import { cx } from '../../ui/cx.ts'
import { PART_NAMES } from '../shared/parts.ts'
import { evidenceWords, runsOf, wordAt, wordMarks } from './evidence.ts'
import { nextWord } from './roving.ts'
import styles from './transcript-text.module.css'
import { TranscriptWord } from './transcript-word.tsx'
import colours from './waveform-view.module.css'

export interface TranscriptTextProps {
  readonly report: Report
  readonly words: readonly Word[]
  readonly player: Player | null
  readonly activePointId: string | null
}

// Only where the transcript scrolls by itself (report.module.css); elsewhere it would pull the points away.
const OWN_SCROLLER = '(min-width: 64rem)'
const STANDING = createObservable(0)

function useCurrentWord(words: readonly Word[], player: Player | null): number {
  const time = player?.timeMs ?? STANDING
  return useSyncExternalStore(time.subscribe, () => (time.get() > 0 ? wordAt(words, time.get()) : -1))
}

/** Which words are wrong facts or fillers. */
function useFlaws({ points, delivery }: Report): ReadonlyMap<number, 'wrong' | 'filler'> {
  return useMemo(() => {
    const flaws = new Map<number, 'wrong' | 'filler'>()
    const add = ({ from, to }: { from: number; to: number }, flaw: 'wrong' | 'filler') => {
      for (let i = from; i < to; i++) flaws.set(i, flaw)
    }
    for (const { span } of delivery?.fillers ?? []) add(span, 'filler')
    for (const { judged, override } of points)
      if (override === null) for (const { span } of judged?.wrongFacts ?? []) add(span, 'wrong')
    return flaws
  }, [points, delivery])
}

/** The words as they were said. One tab stop: arrow keys move from word to word, Enter plays from there. */
export function TranscriptText({ report, words, player, activePointId }: TranscriptTextProps) {
  const root = useRef<HTMLFieldSetElement>(null)
  const [cursor, setCursor] = useState(0)
  const current = useCurrentWord(words, player)
  const flaws = useFlaws(report)
  const runs = useMemo(() => runsOf(wordMarks(report.points, words.length)), [report.points, words.length])
  const active = useMemo(() => evidenceWords(report.points, activePointId), [report.points, activePointId])
  const textOf = useMemo(() => new Map(report.points.map(({ point }) => [point.id, point.text])), [report.points])

  useEffect(() => {
    if (!player?.isPlaying.get() || !window.matchMedia(OWN_SCROLLER).matches) return
    root.current?.querySelector(`[data-word="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current, player])

  const move = (event: KeyboardEvent) => {
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('[data-word]') ?? [])]
    const next = nextWord(event.key, cursor, buttons)
    if (next === null) return
    event.preventDefault()
    setCursor(next)
    buttons[next]?.focus()
  }
  const press = ({ target }: MouseEvent) => {
    const pressed = target instanceof Element && target.closest<HTMLElement>('[data-word]')?.dataset.word
    const word = pressed ? words[Number(pressed)] : undefined
    if (!word) return
    setCursor(Number(pressed))
    player?.play(word.startMs)
  }
  return (
    <fieldset ref={root} className={styles.text} data-arrows aria-label="Words" onKeyDown={move} onClick={press}>
      {runs.map(({ mark, span }) => {
        const inside = words.slice(span.from, span.to).map((word, offset) => {
          const index = span.from + offset
          return (
            <TranscriptWord
              key={index}
              index={index}
              text={word.text}
              isCurrent={index === current}
              isTabStop={index === cursor}
              letter={mark && offset === 0 ? PART_NAMES[mark.part].letter : null}
              isActive={active.has(index)}
              flaw={flaws.get(index) ?? null}
            />
          )
        })
        if (!mark) return inside
        return (
          <mark
            key={`run ${span.from}`}
            className={cx(styles.run, colours[mark.part])}
            title={textOf.get(mark.pointId)}
          >
            {inside}
          </mark>
        )
      })}
    </fieldset>
  )
}

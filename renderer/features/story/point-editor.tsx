import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { PointDraft } from '#contract/stories'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './point-editor.module.css'
import { split } from './point-edits.ts'
import { usePointFacts } from './use-point-facts.ts'

const MAX_LENGTH = 1000

export interface PointEditorProps {
  readonly point: PointDraft
  onSave(point: PointDraft): void
  onCancel(): void
  onSplit(first: PointDraft, second: PointDraft): void
  /** Joins what stands here to the point before. */
  onMerge(point: PointDraft): void
}

/** A point while it is edited: its words, its facts, and the keys that cut and join. */
export function PointEditor({ point, onSave, onCancel, onSplit, onMerge }: PointEditorProps) {
  const [text, setText] = useState(point.text)
  const [selection, setSelection] = useState('')
  const areaRef = useRef<HTMLTextAreaElement>(null)
  const isOver = useRef(false)
  const { facts, suggested, mark, remove, kindOf, settle } = usePointFacts(point, text)

  useEffect(() => {
    const area = areaRef.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])

  const leave = (go: () => void) => {
    if (isOver.current) return
    isOver.current = true
    go()
  }
  const save = async () => {
    const clean = text.trim()
    const isSame =
      clean === point.text && facts.map((fact) => fact.text).join() === point.facts.map((fact) => fact.text).join()
    if (!clean || isSame) return leave(onCancel)
    const settled = await settle(clean)
    leave(() => onSave({ ...point, text: clean, facts: settled }))
  }
  const words = selection.trim()
  const canMark = words !== '' && facts.every((fact) => fact.text !== words)
  const markSelection = async () => {
    if (canMark) mark({ text: words, kind: await kindOf(words) })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: caret, selectionEnd } = event.currentTarget
    const isMod = event.ctrlKey || event.metaKey
    const act = (what: () => void) => {
      event.preventDefault()
      what()
    }
    if (event.key === 'Escape') act(() => leave(onCancel))
    else if (event.key === 'Enter' && isMod) {
      const halves = split({ ...point, text, facts }, caret)
      act(() => halves && leave(() => onSplit(...halves)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) act(() => void save())
    else if (event.key === 'Backspace' && caret === 0 && selectionEnd === 0) {
      act(() => leave(() => onMerge({ ...point, text: text.trim(), facts })))
    } else if (event.key === 'm' && isMod) act(() => void markSelection())
  }
  const onBlur = (event: FocusEvent<HTMLFieldSetElement>) => {
    const stays = event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()
    if (!stays) void save()
  }

  return (
    <fieldset className={styles.editor} onBlur={onBlur} aria-label="Edit point">
      <textarea
        ref={areaRef}
        className={styles.area}
        aria-label="Point"
        rows={1}
        maxLength={MAX_LENGTH}
        placeholder="One thing to say"
        value={text}
        onChange={(event) => setText(event.target.value.replaceAll('\n', ' '))}
        onSelect={({ currentTarget: area }) => setSelection(area.value.slice(area.selectionStart, area.selectionEnd))}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        {facts.map((fact) => (
          <span key={fact.text} className={styles.fact}>
            {fact.text}
            <Button className={cx(styles.chip)} aria-label={`No fact: ${fact.text}`} onPress={() => remove(fact)}>
              <X />
            </Button>
          </span>
        ))}
        {suggested.map((fact) => (
          <Button key={fact.text} className={cx(styles.suggestion)} onPress={() => mark(fact)}>
            <Plus aria-hidden="true" />
            {fact.text}
          </Button>
        ))}
        {canMark && (
          <Button className={cx(styles.suggestion)} onPress={() => void markSelection()}>
            Mark “{words.slice(0, 24)}” as a fact
          </Button>
        )}
        <span className={styles.keys}>
          <Kbd keys="Enter" /> save <Kbd keys="Mod+Enter" /> split <Kbd keys="Escape" /> leave
        </span>
      </div>
    </fieldset>
  )
}

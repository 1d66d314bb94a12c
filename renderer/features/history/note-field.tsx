import NotebookPen from 'lucide-react/icons/notebook-pen'
import { useLayoutEffect, useRef } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { MAX_NOTE_LENGTH } from '#contract/history'
import { cx } from '../../ui/cx.ts'
import styles from './note-field.module.css'
import { useNote } from './use-history.ts'

export interface NoteFieldProps {
  readonly attemptId: string
  readonly note: string
  /** Which attempt it is about, for its name. */
  readonly of: string
  /** It is being written. */
  readonly isOpen: boolean
  onOpen(isOpen: boolean): void
}

/** The note on an attempt: a line that becomes a field when it is pressed, saved as one types. */
export function NoteField({ attemptId, note, of, isOpen, onOpen }: NoteFieldProps) {
  if (isOpen) return <Editor attemptId={attemptId} note={note} of={of} onLeave={() => onOpen(false)} />
  return (
    <button
      type="button"
      className={cx(styles.note, note === '' && styles.empty)}
      aria-label={note === '' ? `Write a note on ${of}` : `Note on ${of}: ${note}`}
      onClick={() => onOpen(true)}
    >
      <NotebookPen aria-hidden="true" />
      <span dir="auto">{note === '' ? 'Add a note' : note}</span>
    </button>
  )
}

interface EditorProps extends Omit<NoteFieldProps, 'isOpen' | 'onOpen'> {
  onLeave(): void
}

function Editor({ attemptId, note, of, onLeave }: EditorProps) {
  const { text, write, leave } = useNote(attemptId, note)
  const close = () => {
    leave()
    onLeave()
  }
  const left = MAX_NOTE_LENGTH - text.length
  const area = useRef<HTMLTextAreaElement>(null)
  // At once, as the next key is the first letter; `autoFocus` may wait for a transition to end.
  useLayoutEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [])
  return (
    <div className={styles.editor}>
      <AriaTextField
        aria-label={`Note on ${of}`}
        value={text}
        maxLength={MAX_NOTE_LENGTH}
        onChange={write}
        onBlur={close}
        onKeyDown={(event) => {
          const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          if (!isDone) return event.continuePropagation()
          close()
          const row = (event.target as HTMLElement).closest<HTMLElement>('[role=row]')
          row?.focus()
        }}
      >
        <AriaTextArea
          ref={area}
          dir="auto"
          rows={Math.min(8, text.split('\n').length + 1)}
          className={cx(styles.area)}
        />
      </AriaTextField>
      <p className={styles.hint}>Saved as you type. Esc leaves.{left < 200 && ` ${left} characters left.`}</p>
    </div>
  )
}

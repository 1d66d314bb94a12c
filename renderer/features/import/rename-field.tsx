import { useRef, useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import styles from './story-row.module.css'

export interface RenameFieldProps {
  readonly title: string
  /** The new title, or null when it stays. */
  onEnd(title: string | null): void
}

/** A title while it is changed: Enter or leaving saves, Escape leaves it as it was. */
export function RenameField({ title, onEnd }: RenameFieldProps) {
  const [draft, setDraft] = useState(title)
  const isOver = useRef(false)
  const end = (next: string | null) => {
    if (isOver.current) return
    isOver.current = true
    onEnd(next)
  }
  return (
    <span className={styles.rename}>
      <TextField
        label="Title of the story"
        hideLabel
        dir="auto"
        autoFocus
        maxLength={300}
        value={draft}
        onChange={setDraft}
        onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
        onBlur={() => end(draft.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end(draft.trim())
          if (event.key === 'Escape') end(null)
        }}
      />
    </span>
  )
}

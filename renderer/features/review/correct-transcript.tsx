import { useState } from 'react'
import { transcriptText, type Word } from '#domain/transcript'
import { carryText } from '#domain/transcript/carry-corrections'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import styles from './correct-transcript.module.css'

export interface CorrectTranscriptProps {
  readonly words: readonly Word[]
  onSave(text: string): Promise<boolean>
  onClose(): void
}

/** The transcript as text to be corrected; points and delivery follow what is saved. */
export function CorrectTranscript({ words, onSave, onClose }: CorrectTranscriptProps) {
  // A larger model may hear other words while these are corrected.
  const [base] = useState(() => transcriptText(words))
  const [text, setText] = useState(base)
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    const isKept = await onSave(carryText(base, text, transcriptText(words)))
    setSaving(false)
    if (isKept) onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextArea
        label="Transcript"
        hideLabel
        autoFocus
        rows={10}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
          else event.continuePropagation()
        }}
      />
      <div className={styles.actions}>
        <Button size="sm" keys="Escape" onPress={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" keys="Mod+Enter" isDisabled={isSaving}>
          Save
        </Button>
      </div>
    </form>
  )
}

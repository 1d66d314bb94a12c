import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './story.module.css'
import { useRename } from './use-story.ts'

export interface StoryTitleProps {
  readonly storyId: string
  readonly title: string
}

/** The title of a story, renamed in place: Enter saves, Escape leaves it. */
export function StoryTitle({ storyId, title }: StoryTitleProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const rename = useRename(storyId)
  const [isBack, setBack] = useState(false)
  const save = async () => {
    const next = draft?.trim()
    if (next && next !== title) await rename(next)
    setDraft(null)
  }
  if (draft === null) {
    return (
      <span className={styles.title}>
        <span className={styles.titleText}>{title}</span>
        <IconButton label="Rename the story" size="sm" autoFocus={isBack} onPress={() => setDraft(title)}>
          <Pencil />
        </IconButton>
      </span>
    )
  }
  return (
    <TextField
      label="Title of the story"
      hideLabel
      autoFocus
      maxLength={300}
      value={draft}
      onChange={setDraft}
      onBlur={() => {
        setBack(false)
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        setBack(true)
        if (event.key === 'Enter') void save()
        else setDraft(null)
      }}
    />
  )
}

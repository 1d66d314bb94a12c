import { type FormEvent, useState } from 'react'
import { OFFICIAL_HOST, readMirror } from '#domain/models/mirror'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSetSettings } from '../shared/use-settings.ts'
import styles from './models.module.css'

/** Another server to download from, for networks that do not reach the official one. */
export function MirrorField({ mirror }: { readonly mirror: string | null }) {
  const setSettings = useSetSettings()
  /** What is written and not yet used; null when nothing is. */
  const [draft, setDraft] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const text = draft ?? mirror ?? ''
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const address = text.trim() === '' ? null : readMirror(text)
    const isRefused = address === null && text.trim() !== ''
    setWrong(isRefused)
    if (isRefused) return
    await setSettings({ modelMirror: address })
    setDraft(null)
  }
  return (
    <form className={styles.mirror} onSubmit={onSubmit}>
      <TextField
        label="Mirror"
        description="The address of a server that keeps the files under the same paths. Empty: the official one."
        placeholder={OFFICIAL_HOST}
        value={text}
        onChange={(next) => {
          setDraft(next)
          setWrong(false)
        }}
        {...(isWrong
          ? {
              error: 'This is not an address that Starbeat can use. It begins with https:// or http:// and has no “?”.',
            }
          : {})}
      />
      <Button type="submit">Use</Button>
    </form>
  )
}

import { type FormEvent, useState } from 'react'
import { OFFICIAL_HOST, readMirror } from '#domain/models/mirror'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSetSettings } from '../shared/use-settings.ts'
import styles from './models.module.css'

/** Another server to download from, for networks that do not reach the official one. */
export function MirrorField({ mirror }: { readonly mirror: string | null }) {
  const setSettings = useSetSettings()
  const [text, setText] = useState(mirror ?? '')
  const [isWrong, setWrong] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const address = text.trim() === '' ? null : readMirror(text)
    const isRefused = address === null && text.trim() !== ''
    setWrong(isRefused)
    if (isRefused) return
    setText(address ?? '')
    void setSettings({ modelMirror: address })
  }
  return (
    <form className={styles.mirror} onSubmit={onSubmit}>
      <TextField
        label="Mirror"
        description="The address of a server that keeps the files under the same paths. Empty: the official one."
        placeholder={OFFICIAL_HOST}
        value={text}
        onChange={(next) => {
          setText(next)
          setWrong(false)
        }}
        {...(isWrong
          ? {
              error: 'This is not an address that Starbeat can use. It begins with https:// or http:// and has no “?”.',
            }
          : {})}
      />
      <Button type="submit" isDisabled={text.trim() === (mirror ?? '')}>
        Use
      </Button>
    </form>
  )
}

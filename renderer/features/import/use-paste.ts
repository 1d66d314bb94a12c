import { useEffect, useEffectEvent } from 'react'
import { fromClipboard, single } from './gather-files.ts'
import { usePendingImports } from './pending-imports.tsx'

const isField = (target: EventTarget | null) => target instanceof Element && target.closest('input,textarea') !== null

/** Takes text or files that are pasted anywhere on the screen, but for its fields. */
export function usePaste(isEnabled = true): void {
  const { addFiles, addText } = usePendingImports()
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData } = event
    if (!isEnabled || !clipboardData || isField(event.target)) return
    const files = [...clipboardData.files]
    const plain = clipboardData.getData('text/plain')
    const pasted = fromClipboard(plain, clipboardData.getData('text/html'))
    if (files.length > 0) void addFiles(single(files))
    else if (pasted) addText(pasted.fileName, pasted.text, plain)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event)
    window.addEventListener('paste', listener)
    return () => window.removeEventListener('paste', listener)
  }, [])
}

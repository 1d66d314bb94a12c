import FileDown from 'lucide-react/icons/file-down'
import { useEffect, useState } from 'react'
import styles from './file-drop.module.css'
import { fromDrop } from './gather-files.ts'
import { usePendingImports } from './pending-imports.tsx'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Follows files that are dragged over the window; returns the closer. */
function followDrag(onOver: (isOver: boolean) => void, onDrop: (dropped: DataTransfer) => void): () => void {
  const closer = new AbortController()
  const { signal } = closer
  let depth = 0
  const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
    window.addEventListener(
      name,
      (event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        act(event)
      },
      { signal },
    )
  on('dragenter', () => onOver(++depth > 0))
  on('dragleave', () => onOver(--depth > 0))
  on('dragover', () => {})
  on('drop', (event) => {
    depth = 0
    onOver(false)
    if (event.dataTransfer) onDrop(event.dataTransfer)
  })
  return () => closer.abort()
}

/** Takes documents and folders dropped anywhere on the window, and says so while they are dragged. */
export function FileDrop() {
  const [isOver, setOver] = useState(false)
  const { addFiles } = usePendingImports()
  useEffect(() => followDrag(setOver, async (dropped) => addFiles(await fromDrop(dropped))), [addFiles])
  if (!isOver) return null
  return (
    <div className={styles.overlay}>
      <p className={styles.text}>
        <FileDown aria-hidden="true" />
        Drop to see what is in it
      </p>
    </div>
  )
}

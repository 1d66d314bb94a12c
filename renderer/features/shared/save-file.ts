/** A file for the user to keep. */
export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly content: string | Uint8Array
}

/** Hands a file to the user, the way the browser saves files. */
export function saveFile({ fileName, mediaType, content }: SavedFile): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content)
  const url = URL.createObjectURL(new Blob([part], { type: mediaType }))
  saveUrl(url, fileName)
  // The save begins after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Saves what lies at an address of ours, however large it is. */
export function saveUrl(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}

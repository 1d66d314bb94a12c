/** The endings of documents that can be imported. */
export const EXTENSIONS = ['.md', '.markdown', '.txt', '.csv', '.org', '.html', '.htm', '.docx'] as const

const IGNORED_FOLDERS = new Set(['node_modules'])

/** A file and where it lay in the folder that was given. */
export interface FoundFile {
  readonly file: File
  readonly path: string
}

/** What of the given files can be imported, and how many were left out. */
export interface Gathered {
  readonly files: readonly FoundFile[]
  readonly ignored: number
}

export const isDocument = (name: string): boolean => EXTENSIONS.some((ending) => name.toLowerCase().endsWith(ending))

const isHidden = (path: string) =>
  path.split('/').some((name) => (name.startsWith('.') && name.length > 1) || IGNORED_FOLDERS.has(name))

/** Keeps the documents of a folder, in the order of their names; what is hidden does not even count as left out. */
export function gather(found: readonly FoundFile[]): Gathered {
  const seen = found.filter(({ path }) => !isHidden(path))
  const files = seen
    .filter(({ path }) => isDocument(path))
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  return { files, ignored: seen.length - files.length }
}

/** Files that were given one by one, as they are: a refusal names them. */
export const single = (files: Iterable<File>): Gathered => ({
  files: [...files].map((file) => ({ file, path: file.name })),
  ignored: 0,
})

/** The files that the folder dialog answers. */
export const fromFolder = (files: readonly File[]): Gathered =>
  gather(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })))

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    // A reader answers in portions; an empty one ends it.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return children
    children.push(...some)
  }
}

async function walk(entry: FileSystemEntry): Promise<readonly FoundFile[]> {
  if (isHidden(entry.name)) return []
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.slice(1) }]
  const found: FoundFile[] = []
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) found.push(...(await walk(child)))
  return found
}

/** What was dropped: single files as they are (a refusal names them), of folders only the documents. */
export async function fromDrop(transfer: DataTransfer): Promise<Gathered> {
  // The entries are gone after the first await.
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []))
  const loose = [...transfer.files]
  const folders = entries.filter((entry) => entry?.isDirectory).filter((entry) => entry !== null)
  if (folders.length === 0) return single(loose)
  const names = new Set(folders.map((folder) => folder.name))
  const found: FoundFile[] = []
  for (const folder of folders) found.push(...(await walk(folder)))
  const { files, ignored } = gather(found)
  return { files: [...single(loose.filter((file) => !names.has(file.name))).files, ...files], ignored }
}

const MARKDOWN = /^\s{0,3}(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\|)|\*\*[^*]+\*\*/m
const STRUCTURE = /<(?:h[1-6]|li|table|strong|b|p)[\s>]/i

/** What the clipboard holds as a document: text that is Markdown stays text, a formatted page keeps its headings. */
export function fromClipboard(text: string, html: string): { fileName: string; text: string } | null {
  if (!text.trim() && !html.trim()) return null
  const isPage = STRUCTURE.test(html) && !MARKDOWN.test(text)
  return isPage ? { fileName: 'Pasted text.html', text: html } : { fileName: 'Pasted text.md', text }
}

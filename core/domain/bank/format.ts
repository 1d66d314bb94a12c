export const FORMATS = ['markdown', 'org', 'csv', 'html', 'docx'] as const
/** How a document is written. Plain text is read as Markdown. */
export type Format = (typeof FORMATS)[number]

const EXTENSIONS: ReadonlyMap<string, Format> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['txt', 'markdown'],
  ['text', 'markdown'],
  ['org', 'org'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['html', 'html'],
  ['htm', 'html'],
  ['docx', 'docx'],
])

/** Whether a file name stands for pasted text, which has no name of its own. */
export const isPasted = (fileName: string): boolean => fileName.startsWith('Pasted text.')

/** How the file of that name is written; what has another ending is read as Markdown. */
export const formatOf = (fileName: string): Format =>
  EXTENSIONS.get(/\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '') ?? 'markdown'

/** A title for a document that names itself nowhere; the id that Notion adds to its exports goes. */
export const titleOfFile = (fileName: string): string =>
  fileName
    .replace(/\.\w+$/, '')
    .replace(/[ _-]+[0-9a-f]{32}$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim() || fileName

import { errorCode } from '#domain/errors'
import { type ErrorText, explainError } from '../shared/error-text.ts'

const WORD = 'Nothing was imported. Open it in Word or LibreOffice, save it as .docx and choose the new file.'
const TEXT = 'Nothing was imported. Save its text as .docx, Markdown or text and choose the new file.'
const TABLE = 'Nothing was imported. Save the table as .csv and choose the new file.'
const PICTURE = 'Nothing was imported. Copy the text that it shows into a .docx, Markdown or text file.'

interface Kind {
  readonly endings: readonly string[]
  readonly text: ErrorText
  /** Refused by its name alone: some such files look like text. */
  readonly isRefused: boolean
}

const KINDS: readonly Kind[] = [
  { endings: ['pdf'], text: { title: 'This is a PDF', detail: TEXT }, isRefused: true },
  {
    endings: ['doc', 'dot'],
    text: { title: 'This is a Word document of the old kind', detail: WORD },
    isRefused: false,
  },
  { endings: ['rtf'], text: { title: 'This is a rich text document', detail: WORD }, isRefused: true },
  { endings: ['odt', 'pages'], text: { title: 'This is a document of another writer', detail: TEXT }, isRefused: true },
  {
    endings: ['xls', 'xlsx', 'ods', 'numbers'],
    text: { title: 'This is a spreadsheet', detail: TABLE },
    isRefused: true,
  },
  { endings: ['ppt', 'pptx', 'odp', 'key'], text: { title: 'These are slides', detail: TEXT }, isRefused: true },
  {
    endings: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'bmp', 'tif', 'tiff'],
    text: { title: 'This is a picture', detail: PICTURE },
    isRefused: true,
  },
  {
    endings: ['docx'],
    text: { title: 'This Word document is damaged or is no Word document', detail: WORD },
    isRefused: false,
  },
]

const kindOf = (fileName: string) => {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return KINDS.find(({ endings }) => endings.includes(ending))
}

/** Whether a file is of a kind that is never read. */
export const isRefused = (fileName: string): boolean => kindOf(fileName)?.isRefused ?? false

/** Why a document cannot be read, and what to do with one of its kind. */
export function explainUnread(error: unknown, fileName: string): ErrorText {
  const kind = errorCode(error) === 'not-text' ? kindOf(fileName) : undefined
  return kind?.text ?? explainError(error)
}

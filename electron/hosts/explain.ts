import type { AppError } from '#domain/errors'

/** An error in plain words for the terminal and for dialogs without a window: what is wrong, what was kept, what to do. */
export function explain(error: AppError, dataDir = 'the data folder'): string {
  switch (error.code) {
    case 'data-folder-taken':
      return `Starbeat is already running with the folder ${dataDir}. Close that one first, or choose another folder with --data DIR.`
    case 'data-folder-unusable':
      return `Starbeat cannot write in the folder ${dataDir}. Nothing was changed. Allow writing there, or choose another folder with --data DIR.`
    case 'disk-full':
      return `The disk with the folder ${dataDir} is full. Nothing was lost. Free some space and start Starbeat again.`
    case 'database-newer':
      return `The data in ${dataDir} was written by a newer version of Starbeat. Nothing was changed. Please update Starbeat, or choose another folder with --data DIR.`
    case 'database-damaged':
      return `The database in ${dataDir} is damaged. Nothing was changed; your recordings lie in its folder "audio". Put a copy from the folder "backups" in its place, or choose another folder with --data DIR.`
    case 'model-not-ggml':
      return 'The file given with --model is not a whisper.cpp model (ggml, .bin).'
    case 'model-truncated':
      return 'The file given with --model ends too early: it was probably not downloaded to its end.'
    case 'model-missing':
      return 'The file given with --model does not exist or cannot be read.'
    case 'model-unloadable':
      return 'The speech engine cannot load the model given with --model.'
    case 'not-text':
      return 'The file is no text that Starbeat can read. It reads Markdown, plain text, org-mode, CSV, HTML and Word (.docx); save a PDF or an older .doc as one of these.'
    case 'bank-too-large':
      return 'The file is larger than 10 MB.'
    case 'audio-unreadable':
      return 'The file is not a WAV recording that can be read.'
    case 'engine-failed':
      return 'The speech engine stopped before it was done. Try again.'
    default:
      return `Something went wrong (${[error.message, ...causeCode(error)].join(', ')}).`
  }
}

/** The system's own name for what happened ("EMFILE"), when there is one. */
function causeCode({ cause }: AppError): string[] {
  const code = (cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? [code] : []
}

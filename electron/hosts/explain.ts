import type { AppError } from '#domain/errors'

/** An error at start in plain words: what is wrong, what was kept, what to do. For the terminal and dialogs without a window. */
export function explain(error: AppError, dataDir: string): string {
  switch (error.code) {
    case 'data-folder-taken':
      return `Starbeat is already running with the folder ${dataDir}. Close that one first, or choose another folder with --data DIR.`
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
    default:
      return `Starbeat could not start (${error.message}).`
  }
}

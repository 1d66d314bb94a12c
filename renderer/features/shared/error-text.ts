import type { BackupDamage } from '#domain/backup/manifest'
import { AppError, type ErrorCode, errorCode } from '#domain/errors'

/** An error in plain words: what happened; then what was kept and what to do. */
export interface ErrorText {
  readonly title: string
  readonly detail: string
}

const TEXTS: Readonly<Record<ErrorCode, ErrorText>> = {
  internal: {
    title: 'Something went wrong inside Starbeat',
    detail: 'Your stories and recordings are kept. Try again.',
  },
  'bad-request': { title: 'That was not understood', detail: 'Nothing was changed. Reload the window and try again.' },
  unauthorized: {
    title: 'This window has no right to open Starbeat',
    detail: 'Nothing was changed. Start Starbeat again and use the window it opens.',
  },
  'not-found': { title: 'That is no longer there', detail: 'It may have been removed. Go back to the Library.' },
  disconnected: {
    title: 'The connection to Starbeat was lost',
    detail: 'What you recorded is kept. Start Starbeat again.',
  },
  cancelled: { title: 'Cancelled', detail: 'Nothing was lost. You can start it again at any time.' },
  'not-text': {
    title: 'This file is not text',
    detail:
      'Nothing was imported. Save the document as Markdown, text, Word (.docx) or a web page and choose it again.',
  },
  'empty-bank': {
    title: 'There is no text in this document',
    detail: 'Nothing was imported. Choose a document that holds your stories.',
  },
  'bank-too-large': {
    title: 'This document is larger than 10 MB',
    detail: 'Nothing was imported. Split it into smaller documents, or take out embedded pictures.',
  },
  'recording-unknown': {
    title: 'This recording is no longer open',
    detail: 'What was recorded is kept under the story. Start a new recording.',
  },
  'recording-gap': {
    title: 'A piece of the recording did not arrive',
    detail: 'Everything before it is kept. Start a new recording.',
  },
  'disk-full': {
    title: 'The disk is full',
    detail: 'What was recorded so far is kept. Free some space, then record again.',
  },
  'audio-missing': {
    title: 'The sound of this attempt is missing',
    detail: 'Its file was moved or deleted. The report is kept.',
  },
  'audio-cleaned-up': {
    title: 'The sound of this attempt was cleaned up',
    detail: 'It made room on the disk. Transcript, report and score are kept.',
  },
  'audio-unreadable': {
    title: 'The sound of this attempt cannot be read',
    detail: 'The file is kept as it is. Try again, or record a new attempt.',
  },
  'transcript-missing': {
    title: 'There is no transcript yet',
    detail: 'The recording is kept. Transcribe it first, or tick the points by hand.',
  },
  'engine-missing': {
    title: 'The speech engine is not installed',
    detail: 'Recording, playback and ticking points by hand work without it.',
  },
  'engine-failed': { title: 'The speech engine stopped', detail: 'The recording is kept. Try again.' },
  'model-missing': {
    title: 'There is no speech model yet',
    detail: 'The recording is kept. Add a model in Settings, then transcribe it.',
  },
  'model-not-ggml': {
    title: 'This file is not a Whisper model',
    detail: 'Nothing was changed. Choose a whisper.cpp model: a .bin file in ggml format.',
  },
  'model-truncated': {
    title: 'This model file is incomplete',
    detail: 'Nothing was changed. Download it again and choose the whole file.',
  },
  'model-unloadable': {
    title: 'The speech engine cannot load this model',
    detail: 'Nothing was changed. The file may be damaged or too large for the memory; choose another one.',
  },
  'download-unreachable': {
    title: 'The connection for the download broke',
    detail: 'What arrived is kept. Check your connection to the network, then go on with the download.',
  },
  'download-refused': {
    title: 'The server does not give this file',
    detail: 'What arrived is kept. Try again later; if you set a mirror, check its address in Settings.',
  },
  'download-damaged': {
    title: 'The downloaded file is not the right one',
    detail: 'It was deleted and nothing was changed. Try again; if you set a mirror, try without it.',
  },
  'download-no-room': {
    title: 'There is too little room on the disk for this model',
    detail: 'What arrived is kept. Free some space, or choose a smaller model.',
  },
  'download-proxy': {
    title: 'Starbeat cannot use the proxy that your system names',
    detail: 'Nothing was changed. It speaks HTTP proxies only; download the file in a browser and choose it here.',
  },
  'data-folder-taken': {
    title: 'Another Starbeat is using this data folder',
    detail: 'Nothing was changed. Close the other one first.',
  },
  'data-folder-unusable': {
    title: 'Starbeat cannot write in its data folder',
    detail: 'Nothing was changed. Allow writing there, or start Starbeat with another folder.',
  },
  'database-damaged': {
    title: 'The database is damaged',
    detail: 'Recordings are kept as files. Restore a backup from the data folder.',
  },
  'database-newer': {
    title: 'The data was written by a newer Starbeat',
    detail: 'Nothing was changed. Update Starbeat to open it.',
  },
  'pdf-unavailable': {
    title: 'No PDF could be printed here',
    detail: 'Starbeat prints with an installed Chromium or Chrome. Install one, or export the web page and print that.',
  },
  'backup-damaged': {
    title: 'This backup cannot be used',
    detail: 'Nothing was changed. Try another copy of the file, or another backup.',
  },
  'backup-newer': {
    title: 'This backup was made by a newer Starbeat',
    detail: 'Nothing was changed. Update Starbeat, then restore it.',
  },
  'backup-failed': {
    title: 'The backup could not be written whole',
    detail: 'It was held against what it should be and deleted. Your data is untouched. Try again.',
  },
  'backup-no-room': {
    title: 'There is too little room on the disk for this',
    detail: 'Nothing was changed. Free some space, or leave the speech models out, then try again.',
  },
  'restore-while-recording': {
    title: 'A recording is under way',
    detail: 'Nothing was changed. Finish the recording first, then restore.',
  },
  'mic-denied': {
    title: 'Starbeat may not use the microphone',
    detail: 'Nothing was recorded. Allow the microphone for this window, or in the settings of your system.',
  },
  'mic-unavailable': {
    title: 'The microphone does not answer',
    detail:
      'What was recorded so far is kept. Another app may be using it; close that app or choose another microphone.',
  },
  'mic-missing': {
    title: 'No microphone was found',
    detail: 'Connect one, or choose another one in Settings.',
  },
  'nothing-to-practise': {
    title: 'There is nothing to practise in this choice',
    detail: 'Nothing was started. Choose other banks, sections or points, or rehearse the whole story.',
  },
}

/** The words for a code. */
export const errorText = (code: ErrorCode): ErrorText => TEXTS[code]

/** What is wrong with a backup. */
const DAMAGES: Readonly<Record<BackupDamage, string>> = {
  'not-a-backup': 'It is no backup of Starbeat’s: the file is something else.',
  incomplete: 'A part of it is missing: it was probably not copied to its end.',
  list: 'Its list of contents cannot be read.',
  'unsafe-path': 'It names files that would lie outside the data folder, which no backup of Starbeat’s does.',
  database: 'The database in it is not as it was stored.',
  recording: 'A recording in it is not as it was stored.',
  model: 'A speech model in it is not as it was stored.',
}

const isDamage = (detail: string | undefined): detail is BackupDamage => Object.hasOwn(DAMAGES, detail ?? '')

/** The words for any thrown value; an unknown one names where the log has more. */
export function explainError(error: unknown): ErrorText {
  const text = errorText(errorCode(error))
  if (error instanceof AppError && error.code === 'backup-damaged' && isDamage(error.detail)) {
    return { ...text, detail: `${DAMAGES[error.detail]} ${text.detail}` }
  }
  const isLogged = error instanceof AppError && error.code === 'internal' && error.detail
  return isLogged ? { ...text, detail: `${text.detail} (${error.detail})` } : text
}

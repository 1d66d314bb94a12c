import { z } from 'zod'

export const ERROR_CODES = [
  'internal',
  'bad-request',
  'unauthorized',
  'not-found',
  'disconnected',
  'cancelled',
  'not-text',
  'empty-bank',
  'bank-too-large',
  'recording-unknown',
  'recording-gap',
  'disk-full',
  'audio-missing',
  'audio-cleaned-up',
  'audio-unreadable',
  'transcript-missing',
  'engine-missing',
  'engine-failed',
  'model-missing',
  'model-not-ggml',
  'model-truncated',
  'model-unloadable',
  'download-unreachable',
  'download-refused',
  'download-damaged',
  'download-no-room',
  'download-proxy',
  'data-folder-taken',
  'data-folder-unusable',
  'database-damaged',
  'database-newer',
  'pdf-unavailable',
  'backup-damaged',
  'backup-newer',
  'backup-failed',
  'backup-no-room',
  'restore-while-recording',
  'mic-denied',
  'mic-unavailable',
  'mic-missing',
  'nothing-to-practise',
] as const
export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>

/** An error that the app knows; branch on `code`, never on the message. `detail` is safe to show and to log. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined
  constructor(code: ErrorCode, options: { cause?: unknown; detail?: string } = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.detail = options.detail
  }
}

/** The code of any thrown value; `internal` for what the app does not know. */
export const errorCode = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'internal')

/** Marks a union as exhausted; a new member becomes a type error here. */
export function assertNever(value: never): never {
  throw new AppError('internal', { detail: `unexpected value of type ${typeof value}` })
}

import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#domain/errors'

const MAX_BYTES = 1_000_000

export interface ErrorLog {
  /** Writes an error down and answers the id under which it stands in the log. */
  write(where: string, error: unknown): string
}

/** A log of errors in one file; the former one is kept beside it when it grows beyond a megabyte. */
export function createErrorLog(file: string, now: () => number = Date.now): ErrorLog {
  return {
    write(where, error) {
      const id = randomBytes(4).toString('hex')
      try {
        mkdirSync(dirname(file), { recursive: true })
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
        appendFileSync(file, `${new Date(now()).toISOString()} ${id} ${where}\n${describeError(error)}\n`)
      } catch {
        // A full or read-only disk must not turn one error into two.
      }
      return id
    },
  }
}

/**
 * What an error says without its message: messages quote their input (JSON.parse does), and the input may be spoken
 * words. Names, codes and places in the code are enough to find it.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `  thrown value of type ${typeof error}`
  const code = error instanceof AppError ? error.code : (error as { code?: unknown }).code
  // The stack begins with the message, whose lines may look like places in the code.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const head = `  ${error.name}${typeof code === 'string' ? ` ${code}` : ''}`
  const cause = error.cause === undefined ? [] : ['  caused by', describeError(error.cause)]
  return [head, ...frames.slice(0, 12), ...cause].join('\n')
}

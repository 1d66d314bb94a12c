import type { ErrorCode } from '#domain/errors'
import { type ErrorText, errorText } from '../shared/error-text.ts'
import { formatDuration } from '../shared/format.ts'
import type { Kept, Problem } from './recording-state.ts'

const WHAT: Readonly<Partial<Record<Problem, string>>> = { unplugged: 'The microphone was unplugged' }

/** Why a recording ended by itself, and how much of it is kept. */
export function keptText({ problem, durationMs }: Kept): ErrorText {
  const title = (problem && WHAT[problem]) ?? errorText((problem ?? 'internal') as ErrorCode).title
  return { title, detail: `What you said until then is kept: ${formatDuration(durationMs)}.` }
}

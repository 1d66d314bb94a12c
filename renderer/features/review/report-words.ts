import type { PointReport } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'

export { CUE_WORDS, lengthWords, reportLine } from '#domain/words/report-line'

/** How loud a voice at a well set microphone gets at least, in dBFS (EBU R 128 asks for -23 on average). */
const VOICE_DB = -30

const inDb = (db: number): string => `${db < 0 ? '−' : ''}${Math.abs(Math.round(db))} dB`

/** What is known of a recording in which nobody spoke. */
export function silenceWords(loudestDb: number | null): string {
  if (loudestDb === null) return 'Play the recording to check the microphone.'
  const level = `The loudest sound was at ${inDb(loudestDb)}`
  return loudestDb < VOICE_DB
    ? `${level}; a voice reaches ${inDb(VOICE_DB)} or more. Is the microphone muted, far away, or turned down?`
    : `${level}, which is loud enough for a voice: it was no speech. Play the recording to hear what it was.`
}

/** How many points of each status there are, as the score counts them; statuses without any are left out. */
export function statusCounts(points: readonly PointReport[]): readonly { status: CoverageStatus; count: number }[] {
  const statuses = ['covered', 'partial', 'missed'] as const
  const counted = points.filter(({ point }) => point.weight !== 'optional')
  return statuses
    .map((status) => ({ status, count: counted.filter((each) => each.status === status).length }))
    .filter(({ count }) => count > 0)
}

/** A pause as `2.4 s`; not rounded up, so that what reads two seconds is flagged. */
export const pauseWords = ({ startMs, endMs }: { startMs: number; endMs: number }): string =>
  `${(Math.floor((endMs - startMs) / 100) / 10).toFixed(1)} s`

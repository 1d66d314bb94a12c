import type { PointReport, Report } from '#contract/attempts'
import type { CueLevel } from '#domain/attempt'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { TargetBand } from '#domain/story'
import { formatDuration, plural } from '../shared/format.ts'

/** The line that says it all: `9 of 12 points, 1 wrong fact, 1:34, 142 words a minute`. */
export function reportLine(report: Pick<Report, 'score' | 'attempt' | 'delivery' | 'transcription' | 'words'>): string {
  const { score, attempt, delivery, transcription, words } = report
  const pace = delivery?.pace.wordsPerMinute
  const pieces = [
    score
      ? `${score.covered} of ${plural(score.total, 'point')}`
      : transcription.state === 'running'
        ? 'Transcribing'
        : words?.length === 0
          ? 'No speech heard'
          : 'Not transcribed yet',
    score && score.wrongFacts > 0 && plural(score.wrongFacts, 'wrong fact'),
    formatDuration(attempt.durationMs),
    pace != null && `${Math.round(pace)} words a minute`,
  ]
  return pieces.filter(Boolean).join(', ')
}

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

/** How long it took against how long it should take. */
export function lengthWords(durationMs: number, { minMs, maxMs }: TargetBand): string {
  const band = `${formatDuration(minMs)}–${formatDuration(maxMs)}`
  if (durationMs < minMs) return `${formatDuration(minMs - durationMs)} short of ${band}`
  if (durationMs > maxMs) return `${formatDuration(durationMs - maxMs)} over ${band}`
  return `within ${band}`
}

/** A pause as `2.4 s`; not rounded up, so that what reads two seconds is flagged. */
export const pauseWords = ({ startMs, endMs }: { startMs: number; endMs: number }): string =>
  `${(Math.floor((endMs - startMs) / 100) / 10).toFixed(1)} s`

/** How much of the story was in view. */
export const CUE_WORDS: Readonly<Record<CueLevel, string>> = {
  full: 'with full points',
  keywords: 'with keywords',
  'off-book': 'off book',
}

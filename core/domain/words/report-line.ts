import type { CueLevel } from '../attempt.ts'
import type { CoverageStatus } from '../coverage/coverage.ts'
import type { Score } from '../coverage/score.ts'
import type { Part, TargetBand } from '../story.ts'
import { formatDuration, plural } from './format.ts'

/** What the line that says it all is made of. */
export interface ReportGist {
  readonly score: Score | null
  readonly attempt: { readonly durationMs: number }
  readonly delivery: { readonly pace: { readonly wordsPerMinute: number | null } } | null
  readonly transcription: { readonly state: 'none' | 'running' | 'failed' | 'done'; readonly [detail: string]: unknown }
  readonly words: readonly unknown[] | null
}

/** The line that says it all: `9 of 12 points, 1 wrong fact, 1:34, 142 words a minute`. */
export function reportLine({ score, attempt, delivery, transcription, words }: ReportGist): string {
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

/** How long it took against how long it should take. */
export function lengthWords(durationMs: number, { minMs, maxMs }: TargetBand): string {
  const band = `${formatDuration(minMs)}–${formatDuration(maxMs)}`
  if (durationMs < minMs) return `${formatDuration(minMs - durationMs)} short of ${band}`
  if (durationMs > maxMs) return `${formatDuration(durationMs - maxMs)} over ${band}`
  return `within ${band}`
}

/** How much of the story was in view. */
export const CUE_WORDS: Readonly<Record<CueLevel, string>> = {
  full: 'with full points',
  keywords: 'with keywords',
  'off-book': 'off book',
}

/** What became of a point, in a word. */
export const STATUS_NAMES: Readonly<Record<CoverageStatus, string>> = {
  covered: 'Covered',
  partial: 'Partial',
  missed: 'Missed',
}

/** What the parts are called. */
export const PART_LABELS: Readonly<Record<Part, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  learning: 'Learning',
  other: 'Other',
}

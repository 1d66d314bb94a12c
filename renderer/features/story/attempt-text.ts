import type { AttemptSummary, TranscriptionState } from '#contract/attempts'
import type { Score } from '#domain/coverage/score'
import { errorText } from '../shared/error-text.ts'
import { plural } from '../shared/format.ts'

/** A score in words: `9 of 12 points, 1 wrong fact`. */
export function scoreLine({ covered, total, wrongFacts }: Score): string {
  const points = `${covered} of ${plural(total, 'point')}`
  return wrongFacts > 0 ? `${points}, ${plural(wrongFacts, 'wrong fact')}` : points
}

function transcriptionLine(transcription: TranscriptionState): string {
  switch (transcription.state) {
    case 'none':
      return 'Not transcribed'
    case 'running':
      return `Transcribing, ${Math.round(transcription.progress * 100)} %`
    case 'failed':
      return errorText(transcription.code).title
    case 'done':
      return 'Transcribed, not rated yet'
  }
}

/** What there is to say about an attempt: its score, else where its transcript stands. */
export const attemptLine = ({ score, transcription }: AttemptSummary): string =>
  score && transcription.state !== 'running' ? scoreLine(score) : transcriptionLine(transcription)

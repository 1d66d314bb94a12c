import type { Score } from '../coverage/score.ts'
import { formatDuration, plural } from './format.ts'

/** A question or follow-up of an interview, as far as counting goes. */
interface Asked {
  readonly item: { readonly position: number; readonly followUp: boolean; readonly state: string }
}

/** What the line that says it all is made of. */
export interface ScorecardGist {
  readonly answers: readonly Asked[]
  readonly score: Score | null
  readonly figures: { readonly durationMs: number; readonly wordsPerMinute: number | null }
}

/** The line that says it all: `5 of 6 questions answered, 31 of 48 points, 2 wrong facts, 9:40, 138 words a minute`. */
export function scorecardLine({ answers, score, figures }: ScorecardGist): string {
  const questions = answers.filter(({ item }) => !item.followUp)
  const answered = questions.filter(({ item }) => item.state === 'answered').length
  const pieces = [
    `${answered} of ${plural(questions.length, 'question')} answered`,
    score && `${score.covered} of ${plural(score.total, 'point')}`,
    score && score.wrongFacts > 0 && plural(score.wrongFacts, 'wrong fact'),
    figures.durationMs > 0 && formatDuration(figures.durationMs),
    figures.wordsPerMinute !== null && `${Math.round(figures.wordsPerMinute)} words a minute`,
  ]
  return pieces.filter(Boolean).join(', ')
}

/** Which question an answer belongs to, as an interviewer counts: `Question 2`, or `Follow-up to question 2`. */
export function questionWords(answers: readonly Asked[], position: number): string {
  const upTo = answers.map(({ item }) => item).filter((item) => item.position <= position)
  const nth = upTo.filter(({ followUp }) => !followUp).length
  return upTo.at(-1)?.followUp ? `Follow-up to question ${nth}` : `Question ${nth}`
}

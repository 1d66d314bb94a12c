import type { Moment, Scorecard, SpokenFigures } from '#contract/sessions'
import { assertNever } from '#domain/errors'
import { formatDuration, plural } from '../shared/format.ts'

export { questionWords, scorecardLine } from '#domain/words/scorecard-words'

/** How an answer was delivered, in a few words. */
export function figuresWords({ durationMs, wordsPerMinute, fillersPerMinute, longPauses }: SpokenFigures): string {
  return [
    formatDuration(durationMs),
    wordsPerMinute !== null && `${Math.round(wordsPerMinute)} words a minute`,
    fillersPerMinute !== null && `${fillersPerMinute.toFixed(1)} fillers a minute`,
    longPauses !== null && longPauses > 0 && plural(longPauses, 'long pause'),
  ]
    .filter(Boolean)
    .join(' · ')
}

const seconds = (ms: number): string => plural(Math.round(ms / 1000), 'second')

/** What became of a question: the story that was told and how much of it was said, or why there is nothing. */
export function outcomeWords({ item, score, figures, isPending }: Scorecard['answers'][number]): string {
  if (item.state !== 'answered') return item.state === 'skipped' ? 'Skipped' : 'Not answered'
  return [
    item.followUp && 'Follow-up',
    !item.followUp && item.storyTitle !== null && item.storyBy === 'plan' && 'the story is a guess',
    score && score.total > 0 && `${score.covered} of ${plural(score.total, 'point')}`,
    score && score.wrongFacts > 0 && plural(score.wrongFacts, 'wrong fact'),
    isPending && 'being written down',
    figures !== null && score === null && !isPending && !item.followUp && 'not written down: open its report',
    figures === null && (item.storyTitle === null ? 'the story was deleted' : 'the recording was deleted'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What there was at a moment. */
export function momentWords({ kind, text, said, startMs, endMs }: Moment): string {
  switch (kind) {
    case 'covered':
      return `“${text}”`
    case 'wrong-fact':
      return said === null ? text : `You said ${said}; the story says ${text}`
    case 'missed':
      return `Not said: “${text}”`
    case 'pause':
      return startMs === null || endMs === null ? 'A long silence' : `A silence of ${seconds(endMs - startMs)}`
    default:
      return assertNever(kind)
  }
}

import type { PracticeCard } from '#contract/practice'
import type { Session } from '#contract/sessions'
import { assertNever } from '#domain/errors'
import type { DrillFocus, SessionSetup } from '#domain/practice/session'
import type { Rating, RatingReason } from '#domain/schedule/rating'
import { formatDay, formatDue, formatDuration, plural } from '../shared/format.ts'
import { PART_NAMES } from '../shared/parts.ts'

export const RATING_NAMES: Readonly<Record<Rating, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
}

/** What a rating means to whoever told the story. */
export const RATING_HINTS: Readonly<Record<Rating, string>> = {
  again: 'I lost the thread',
  hard: 'It took effort, or facts were wrong',
  good: 'I told it well',
  easy: 'It came by itself',
}

/** What a proposed rating rests on: `67 % of the points`, `1 wrong fact`. */
export function reasonWords(reason: RatingReason): string {
  switch (reason.kind) {
    case 'coverage':
      return `${Math.round(reason.readiness * 100)} % of the points`
    case 'wrong-facts':
      return plural(reason.count, 'wrong fact')
    case 'length':
      return `${formatDuration(Math.abs(reason.offMs))} too ${reason.offMs > 0 ? 'long' : 'short'}`
    case 'cues':
      return reason.cueLevel === 'full' ? 'the points were in view' : 'keywords were in view'
    default:
      return assertNever(reason)
  }
}

/** How a prompt stands: `New`, `Due today`, `Due 5 days ago`, `Due since 12 Nov`. */
export function standingWords({ phase, dueAt }: PracticeCard, nowMs: number): string {
  if (phase === 'new' || dueAt === null) return 'New'
  const isOverdue = new Date(dueAt).setHours(0, 0, 0, 0) < new Date(nowMs).setHours(0, 0, 0, 0)
  if (!isOverdue) return `Due ${formatDue(dueAt, nowMs)}`
  const day = formatDay(dueAt, nowMs)
  return day.endsWith('ago') ? `Due ${day}` : `Due since ${day}`
}

export const FOCUS_NAMES: Readonly<Record<DrillFocus, string>> = {
  weak: 'Missed or wrong lately',
  opening: 'The opening sentence',
  situation: `${PART_NAMES.situation.label} only`,
  task: `${PART_NAMES.task.label} only`,
  action: `${PART_NAMES.action.label} only`,
  result: `${PART_NAMES.result.label} only`,
  learning: `${PART_NAMES.learning.label} only`,
}

/** What a session is called. */
export function setupName(setup: SessionSetup): string {
  switch (setup.kind) {
    case 'due':
      return 'Due today'
    case 'drill':
      return 'Drill'
    case 'mock':
      return 'Mock interview'
    default:
      return assertNever(setup)
  }
}

/** Where a session stands: `3 of 8`; follow-ups are not counted. */
export function standing({ count, items }: Session, position: number): string {
  const nth = items.filter((item) => !item.followUp && item.position <= position).length
  return `${nth} of ${count}`
}

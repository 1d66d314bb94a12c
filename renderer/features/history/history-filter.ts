import type { AttemptSummary } from '#contract/attempts'
import { CueLevel } from '#domain/attempt'

/** How far back; null for all time. Days. */
export const PERIODS = [7, 30, 90, 365] as const
export type Period = (typeof PERIODS)[number]

/** Which attempts of a history are shown; all of them with `NO_FILTER`. */
export interface HistoryFilter {
  /** `none`: under the title of the story. */
  readonly questionId: string | null
  readonly cueLevel: CueLevel | null
  readonly periodDays: Period | null
  readonly favourite: boolean
  readonly wrongFacts: boolean
  readonly note: boolean
}

export const NO_FILTER: HistoryFilter = {
  questionId: null,
  cueLevel: null,
  periodDays: null,
  favourite: false,
  wrongFacts: false,
  note: false,
}

/** Stands for attempts that answered no question of the bank. */
export const NO_QUESTION_FILTER = 'none'

const DAY_MS = 86_400_000

/** The filter in the search of an address; what it does not know there is no filter. */
export function filterFromSearch(search: string): HistoryFilter {
  const params = new URLSearchParams(search)
  const cue = CueLevel.safeParse(params.get('cue'))
  const period = Number(params.get('days'))
  return {
    questionId: params.get('question') || null,
    cueLevel: cue.success ? cue.data : null,
    periodDays: PERIODS.find((days) => days === period) ?? null,
    favourite: params.get('favourite') === '1',
    wrongFacts: params.get('wrong') === '1',
    note: params.get('note') === '1',
  }
}

/** The same back as a search, with its question mark; empty without a filter. */
export function filterToSearch({
  questionId,
  cueLevel,
  periodDays,
  favourite,
  wrongFacts,
  note,
}: HistoryFilter): string {
  const params = new URLSearchParams({
    ...(questionId !== null && { question: questionId }),
    ...(cueLevel !== null && { cue: cueLevel }),
    ...(periodDays !== null && { days: String(periodDays) }),
    ...(favourite && { favourite: '1' }),
    ...(wrongFacts && { wrong: '1' }),
    ...(note && { note: '1' }),
  }).toString()
  return params && `?${params}`
}

/** The attempts that a filter lets through, seen from a moment. */
export function filterAttempts(
  attempts: readonly AttemptSummary[],
  filter: HistoryFilter,
  nowMs: number,
): readonly AttemptSummary[] {
  const since = filter.periodDays === null ? Number.NEGATIVE_INFINITY : nowMs - filter.periodDays * DAY_MS
  return attempts.filter(
    ({ attempt, score }) =>
      (filter.questionId === null || (attempt.questionId ?? NO_QUESTION_FILTER) === filter.questionId) &&
      (filter.cueLevel === null || attempt.cueLevel === filter.cueLevel) &&
      attempt.startedAt >= since &&
      (!filter.favourite || attempt.favourite) &&
      (!filter.wrongFacts || (score?.wrongFacts ?? 0) > 0) &&
      (!filter.note || attempt.note !== ''),
  )
}

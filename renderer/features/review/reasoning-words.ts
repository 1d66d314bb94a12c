import type { FactStatus, MatchKind, PointCoverage } from '#domain/coverage/coverage'
import type { Wording } from '#domain/coverage/wording'

/** How sure a verdict is, in words. */
export function surenessWords(confidence: number): string {
  if (confidence >= 0.85) return 'very sure'
  if (confidence >= 0.65) return 'fairly sure'
  return confidence >= 0.45 ? 'not very sure' : 'hardly sure'
}

/** How a word of a point was heard; nothing to say where it was the word itself. */
export const MATCH_WORDS: Readonly<Record<MatchKind, string | null>> = {
  same: null,
  synonym: 'synonym',
  sound: 'sounds like it',
  number: 'number',
}

/** What became of a fact. */
export const FACT_WORDS: Readonly<Record<FactStatus, string>> = {
  right: 'right',
  approximate: 'approximately right',
  wrong: 'wrong',
  absent: 'not said',
}

const SAID_WORDS = {
  covered: 'enough of it was said',
  partial: 'some of it was said, some not',
  missed: 'too little of it was heard',
} as const

function dateOf(atMs: number, nowMs: number): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  const year = isThisYear ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', ...year }).format(atMs)
}

/** The learned wording that decided a verdict, among those of its story. */
export const decidingWording = (
  { pointId, reasoning: { basis, note } }: PointCoverage,
  wordings: readonly Wording[],
): Wording | null => {
  const kind = basis === 'accepted-wording' ? 'accepted' : 'rejected'
  return wordings.find((each) => each.pointId === pointId && each.kind === kind && each.text === note) ?? null
}

/** What a verdict rests on; `wording` is the learned one, if that decided and is known. */
export function basisWords({ status, reasoning }: PointCoverage, wording: Wording | null, nowMs: number): string {
  const { basis, note } = reasoning
  const on = wording ? ` on ${dateOf(wording.learnedAt, nowMs)}` : ''
  const quote = note === null ? '' : `: “${note}”`
  switch (basis) {
    case 'said':
      return SAID_WORDS[status]
    case 'accepted-wording':
      return `because you accepted these words${on}${quote}`
    case 'rejected-wording':
      return `because you said${on} that these words do not say it${quote}`
    case 'wrong-fact':
      return 'because a fact was said with another value'
    case 'opposite':
      return 'because the words say the opposite'
    case 'judge':
      return note ?? 'judged by the language model'
  }
}

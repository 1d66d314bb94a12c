import type { Agreement, LabelCell, VerdictAgreement } from '#contract/labels'
import { plural } from '../shared/format.ts'

/** A share as `75 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** How many labels agree. */
export const agreedCount = ({ labels, agreed }: Pick<VerdictAgreement, 'labels' | 'agreed'>): number =>
  Math.round(labels * agreed)

/** `You judged 24 points by hand; Starbeat agrees with 18 of them (75 %).` */
export function agreementLine({ untaught }: Pick<Agreement, 'untaught'>): string {
  const { labels, agreed } = untaught
  if (labels === 0) return 'You have not judged a point by hand yet.'
  if (labels === 1) return `You judged 1 point by hand; Starbeat ${agreed === 1 ? 'agrees' : 'does not agree'} with it.`
  return `You judged ${plural(labels, 'point')} by hand; Starbeat agrees with ${agreedCount(untaught)} of them (${percent(agreed)}).`
}

/** `Starbeat learned 3 ways of saying a point and 1 counter-example from you.` */
export function learnedLine({ accepted, rejected }: Agreement['wordings']): string {
  const learned = [
    accepted > 0 && plural(accepted, 'way of saying a point', 'ways of saying a point'),
    rejected > 0 && plural(rejected, 'counter-example'),
  ].filter(Boolean)
  return learned.length === 0
    ? 'Starbeat has learned no words from you yet.'
    : `Starbeat learned ${learned.join(' and ')} from you.`
}

const STRENGTHS = [
  [0.8, 'almost perfect'],
  [0.6, 'substantial'],
  [0.4, 'moderate'],
  [0.2, 'fair'],
  [0, 'slight'],
] as const

/** Kappa in words, after Landis and Koch, whose names of it are in common use. */
export function kappaWords(kappa: number | null): string {
  if (kappa === null) return 'Too little to compare with chance.'
  const strength = STRENGTHS.find(([least]) => kappa > least)?.[1] ?? 'none'
  return `Beyond chance: ${strength} (weighted kappa ${kappa.toFixed(2)}).`
}

/** How many points the user called one thing and Starbeat another. */
export const countOf = (
  cells: readonly LabelCell[],
  user: LabelCell['user'],
  starbeat: LabelCell['starbeat'],
): number => cells.find((cell) => cell.user === user && cell.starbeat === starbeat)?.count ?? 0

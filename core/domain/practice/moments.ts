import type { PointCoverage } from '../coverage/coverage.ts'
import type { Pause } from '../delivery/delivery.ts'
import { LONG_PAUSE_MS } from '../delivery/pauses.ts'
import type { Point } from '../story.ts'
import type { Word } from '../transcript.ts'

/** An answer as moments are looked for in it; `status` is the verdict that counts. */
export interface ToldAnswer {
  readonly attemptId: string
  readonly position: number
  readonly words: readonly Word[]
  readonly pauses: readonly Pause[]
  readonly points: readonly {
    readonly point: Pick<Point, 'text' | 'weight'>
    readonly status: 'covered' | 'partial' | 'missed' | null
    readonly override: 'covered' | 'partial' | 'missed' | null
    readonly judged: PointCoverage | null
  }[]
}

export interface Moment {
  readonly attemptId: string
  readonly position: number
  readonly kind: 'covered' | 'wrong-fact' | 'missed' | 'pause'
  readonly text: string
  readonly said: string | null
  readonly startMs: number | null
  readonly endMs: number | null
}

type Ranked = { moment: Moment; rank: number }

const KEY_WEIGHT = 1.5
const RANKS = { 'wrong-fact': 30, missed: 20, pause: 10 } as const

const weightOf = ({ weight }: Pick<Point, 'weight'>): number => (weight === 'key' ? KEY_WEIGHT : 1)
const highest = (ranked: readonly Ranked[]): Moment | null =>
  ranked.length === 0 ? null : ranked.reduce((best, each) => (each.rank > best.rank ? each : best)).moment

const timesOf = (words: readonly Word[], from: number, to: number) => ({
  startMs: words[from]?.startMs ?? null,
  endMs: words[to - 1]?.endMs ?? null,
})

function covered({ attemptId, position, words, points }: ToldAnswer): Ranked[] {
  return points.flatMap(({ point, status, judged }) => {
    const [first] = judged?.evidence ?? []
    if (status !== 'covered' || !judged || !first) return []
    const facts = judged.facts.filter(({ status }) => status === 'right').length
    const moment: Moment = {
      attemptId,
      position,
      kind: 'covered',
      text: point.text,
      said: null,
      ...timesOf(words, first.from, judged.evidence.at(-1)!.to),
    }
    return [{ moment, rank: weightOf(point) * judged.confidence * (1 + facts) }]
  })
}

function lacking({ attemptId, position, words, pauses, points }: ToldAnswer): Ranked[] {
  const base = { attemptId, position, said: null, startMs: null, endMs: null }
  const ofPoints = points.flatMap(({ point, status, override, judged }): Ranked[] => {
    const rank = weightOf(point)
    if (status === 'missed' && point.weight !== 'optional')
      return [{ moment: { ...base, kind: 'missed', text: point.text }, rank: RANKS.missed + rank }]
    const [wrong] = override ? [] : (judged?.wrongFacts ?? [])
    if (!wrong) return []
    const { expected, said, span } = wrong
    const moment: Moment = { ...base, kind: 'wrong-fact', text: expected, said, ...timesOf(words, span.from, span.to) }
    return [{ moment, rank: RANKS['wrong-fact'] + rank }]
  })
  const silences = pauses
    .filter(({ startMs, endMs }) => endMs - startMs >= LONG_PAUSE_MS)
    .map(({ startMs, endMs }): Ranked => {
      const seconds = Math.min(60, (endMs - startMs) / 1000)
      return { moment: { ...base, kind: 'pause', text: '', startMs, endMs }, rank: RANKS.pause + seconds / 60 }
    })
  return [...ofPoints, ...silences]
}

/**
 * The moment of some answers worth hearing again with pleasure: the point that was surely said, key points and right
 * facts counting more.
 */
export const bestMoment = (answers: readonly ToldAnswer[]): Moment | null => highest(answers.flatMap(covered))

/**
 * The moment that cost most: a fact said wrong before a point missed before a silence of two seconds and more; key points
 * first, then the order of the answers.
 */
export const weakestMoment = (answers: readonly ToldAnswer[]): Moment | null => highest(answers.flatMap(lacking))

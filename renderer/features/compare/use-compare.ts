import { useMemo } from 'react'
import type { Report, Waveform } from '#contract/attempts'
import { compareDelivery } from '#domain/compare/delivery'
import { comparePoints } from '#domain/compare/points'
import { compareWords } from '#domain/compare/words'
import { useReport } from '../review/use-report.ts'
import { useRead } from '../shared/use-core.ts'

/** One side of a comparison; `waveform` is undefined until it is read, null without sound. */
export interface Take {
  readonly letter: 'A' | 'B'
  readonly report: Report
  readonly waveform: Waveform | null | undefined
}

/** Two attempts with their sound; `takes` is null until both are read. */
export function useTakes(before: string, after: string) {
  const [a, b] = [useReport(before), useReport(after)]
  const takes: readonly [Take, Take] | null =
    a.report && b.report
      ? [
          { letter: 'A', report: a.report, waveform: a.waveform },
          { letter: 'B', report: b.report, waveform: b.waveform },
        ]
      : null
  return { takes, error: a.error ?? b.error }
}

/** The attempts at a story, to choose others from. */
export const useAttempts = (storyId: string) => useRead('stories.get', { storyId }).data?.attempts ?? []

/** What differs; words and delivery are null where a transcript is missing. */
export function useDifference(before: Report, after: Report, pace: { readonly min: number; readonly max: number }) {
  const points = useMemo(() => comparePoints(before.points, after.points), [before, after])
  const words = useMemo(
    () =>
      before.words && after.words
        ? compareWords(
            before.words.map(({ text }) => text),
            after.words.map(({ text }) => text),
          )
        : null,
    [before, after],
  )
  const delivery = useMemo(
    () =>
      before.delivery && after.delivery
        ? compareDelivery(before.delivery, after.delivery, { target: after.target, pace })
        : null,
    [before, after, pace],
  )
  return { points, words, delivery }
}

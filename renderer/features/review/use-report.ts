import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Report } from '#contract/attempts'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Wording } from '#domain/coverage/wording'
import type { WordSpan } from '#domain/transcript'
import { useToasts } from '../../ui/toast.tsx'
import { attemptPath, storyPath } from '../shared/paths.ts'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** The report on an attempt and its waveform; the waveform is null when there is no sound. */
export function useReport(attemptId: string) {
  const report = useRead('attempts.report', { attemptId })
  const { data: waveform, isPending } = useRead('attempts.waveform', { attemptId })
  return {
    report: report.data,
    error: report.error,
    waveform: isPending ? undefined : (waveform ?? null),
  }
}

const NOTHING: readonly Wording[] = []

/** What was learned about the points of a story; nothing until it is read, or while it is not wanted. */
export function useLearned(storyId: string, isWanted: boolean): readonly Wording[] {
  return useRead('stories.get', { storyId }, isWanted).data?.wordings ?? NOTHING
}

export interface ReportActions {
  override(pointId: string, status: CoverageStatus | null): void
  /** Calls a point covered and teaches the words that say it, with the way back. */
  teach(pointId: string, said: WordSpan): void
  /** Teaches that words do not say a point, with the way back. */
  reject(pointId: string, span: WordSpan): void
  /** True when it was kept. */
  correct(text: string | null): Promise<boolean>
  transcribe(): void
  /** Has the larger model hear it once more. */
  hearAgain(): void
}

/** What a user changes in a report; a refusal is shown as a message. */
export function useReportActions(attemptId: string): ReportActions {
  const override = useWrite('attempts.override')
  const reject = useWrite('attempts.reject')
  const forget = useWrite('wordings.remove')
  const correct = useWrite('attempts.correct')
  const transcribe = useWrite('transcription.start')
  const again = useWrite('transcription.again')
  const guard = useGuard()
  const toasts = useToasts()
  return useMemo(() => {
    const told = (text: string, wordingId: string | null) => {
      const undo = () => void guard(() => forget({ wordingId: wordingId! }))
      toasts.show({ text, ...(wordingId !== null && { action: { label: 'Undo', onPress: undo } }) })
    }
    return {
      override: (pointId, status) => void guard(() => override({ attemptId, pointId, status, said: null })),
      teach: (pointId, said) =>
        void guard(async () => {
          const { wordingId } = await override({ attemptId, pointId, status: 'covered', said })
          told(
            wordingId === null ? 'Starbeat knew these words already' : 'Learned one more way of saying it',
            wordingId,
          )
        }),
      reject: (pointId, span) =>
        void guard(async () => {
          const { wordingId } = await reject({ attemptId, pointId, span })
          told('Learned that these words do not say it', wordingId)
        }),
      correct: async (text) => (await guard(() => correct({ attemptId, text }))) !== undefined,
      transcribe: () => void guard(() => transcribe({ attemptId })),
      hearAgain: () => void guard(() => again({ attemptId })),
    }
  }, [attemptId, override, reject, forget, correct, transcribe, again, guard, toasts])
}

/** Deletes an attempt, with the way back, and goes to its story. */
export function useRemoveAttempt(attemptId: string, storyId: string): () => void {
  const remove = useWrite('attempts.remove')
  const restore = useWrite('attempts.restore')
  const guard = useGuard()
  const toasts = useToasts()
  const [, navigate] = useLocation()
  return useCallback(() => {
    const undo = () =>
      guard(async () => {
        await restore({ attemptId })
        navigate(attemptPath(attemptId))
      })
    // First away from the report: it has nothing to show once the attempt is gone.
    navigate(storyPath(storyId))
    void guard(async () => {
      await remove({ attemptId })
      toasts.show({ text: 'The attempt was deleted', action: { label: 'Undo', onPress: () => void undo() } })
    })
  }, [attemptId, storyId, remove, restore, guard, toasts, navigate])
}

/** The larger model that has not heard an attempt yet, though it was chosen to; null when there is none. */
export function useUnheard({ attempt, transcription }: Report): string | null {
  const second = useRead('models.list', {}).data?.find(({ secondPass }) => secondPass)
  const isOpen = attempt.audioRemovedAt === null && transcription.state === 'done' && !transcription.again && second
  return isOpen && transcription.modelName !== second.name ? second.name : null
}

/** What keeps a recording from being transcribed: no engine, no model, or nothing (null). */
export function useTranscriptionObstacle(): 'engine-missing' | 'model-missing' | null {
  const { data: info } = useRead('app.info', {})
  const { data: models } = useRead('models.list', {})
  if (info?.engine.state === 'missing') return 'engine-missing'
  return models && !models.some((model) => model.active) ? 'model-missing' : null
}

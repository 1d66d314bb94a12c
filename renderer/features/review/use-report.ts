import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { CoverageStatus } from '#domain/coverage/coverage'
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

export interface ReportActions {
  override(pointId: string, status: CoverageStatus | null): void
  /** True when it was kept. */
  correct(text: string | null): Promise<boolean>
  transcribe(): void
}

/** What a user changes in a report; a refusal is shown as a message. */
export function useReportActions(attemptId: string): ReportActions {
  const override = useWrite('attempts.override')
  const correct = useWrite('attempts.correct')
  const transcribe = useWrite('transcription.start')
  const guard = useGuard()
  return useMemo(
    () => ({
      override: (pointId, status) => void guard(() => override({ attemptId, pointId, status })),
      correct: async (text) => (await guard(() => correct({ attemptId, text }))) !== undefined,
      transcribe: () => void guard(() => transcribe({ attemptId })),
    }),
    [attemptId, override, correct, transcribe, guard],
  )
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

/** What keeps a recording from being transcribed: no engine, no model, or nothing (null). */
export function useTranscriptionObstacle(): 'engine-missing' | 'model-missing' | null {
  const { data: info } = useRead('app.info', {})
  const { data: models } = useRead('models.list', {})
  if (info?.engine.state === 'missing') return 'engine-missing'
  return models && !models.some((model) => model.active) ? 'model-missing' : null
}

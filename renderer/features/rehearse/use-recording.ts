import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { CueLevel } from '#domain/attempt'
import { openRecorder } from '../../audio/recorder.ts'
import { useToasts } from '../../ui/toast.tsx'
import { formatDuration } from '../shared/format.ts'
import { attemptPath } from '../shared/paths.ts'
import { useClient } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { createRecording, type Recording } from './recording.ts'
import { isOpen, type Kept, type RecordingState } from './recording-state.ts'
import { useWriteDown } from './use-write-down.ts'

/** What is rehearsed. */
export interface Take {
  readonly storyId: string
  readonly questionId: string | null
  readonly cueLevel: CueLevel
  /** The points it is about; null for the whole story. */
  readonly focus: string[] | null
}

/** What becomes of a recording that is kept. */
export interface AfterTake {
  /** Told of each, also of one that is kept because its screen was left. */
  kept?(attemptId: string): Promise<unknown>
  /** Shows what comes next; the report when it is left out. */
  show?(attemptId: string): void
}

export interface RehearsalRecording {
  readonly recording: Recording
  readonly state: RecordingState
  /** Finishes, has it transcribed, and shows what comes next. */
  finish(): Promise<void>
  /** Finishes and puts aside, with the way back. */
  discard(): Promise<void>
  /** Has what a problem left over transcribed, and shows what comes next. */
  openReport(attemptId: string): Promise<void>
}

/** One recording of a story: on leaving the screen it is finished and kept. */
export function useRecording(take: Take, after: AfterTake = {}): RehearsalRecording {
  const client = useClient()
  const guard = useGuard()
  const toasts = useToasts()
  const writeDown = useWriteDown()
  const [, navigate] = useLocation()
  const current = useRef(take)
  const then = useRef(after)
  const isHere = useRef(true)
  const [recording] = useState(() =>
    createRecording({
      openRecorder,
      begin: () => client.call('recordings.begin', current.current),
      append: (attemptId, sequence, pcm) => client.call('recordings.append', { attemptId, sequence, pcm }),
      finish: (attemptId) => client.call('recordings.finish', { attemptId }),
      async drop(attemptId) {
        await client.call('recordings.finish', { attemptId })
        await client.call('attempts.remove', { attemptId })
      },
      onFallback: () =>
        toasts.show({
          text: 'The chosen microphone is not connected',
          detail: "This recording uses the system's default.",
          tag: 'fallback',
        }),
      now: () => Date.now(),
    }),
  )
  const state = useSyncExternalStore(recording.state.subscribe, recording.state.get)

  useEffect(() => {
    current.current = take
    then.current = after
  }, [take, after])

  const show = (attemptId: string) => {
    if (!isHere.current) return
    if (then.current.show) then.current.show(attemptId)
    else navigate(attemptPath(attemptId))
  }
  const openReport = async (attemptId: string) => {
    await then.current.kept?.(attemptId)
    await writeDown(attemptId)
    show(attemptId)
  }

  useEffect(() => {
    isHere.current = true
    const keep = async () => {
      recording.cancel()
      const kept = await recording.finish()
      if (!kept || kept.problem) return
      then.current.kept?.(kept.attemptId).catch(() => null)
      const started = client.call('transcription.start', { attemptId: kept.attemptId })
      started.catch(() => null)
      toasts.show({
        text: `Your recording of ${formatDuration(kept.durationMs)} is kept`,
        action: { label: 'Open report', onPress: () => navigate(attemptPath(kept.attemptId)) },
        tag: 'kept',
      })
    }
    return () => {
      isHere.current = false
      void keep()
    }
  }, [recording, client, toasts, navigate])

  const isAtRisk = isOpen(state)
  useEffect(() => {
    if (!isAtRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isAtRisk])

  const putAside = ({ attemptId }: Kept) =>
    guard(async () => {
      await client.call('attempts.remove', { attemptId })
      const undo = () =>
        guard(async () => {
          await client.call('attempts.restore', { attemptId })
          navigate(attemptPath(attemptId))
        })
      toasts.show({
        text: 'The recording was discarded',
        action: { label: 'Undo', onPress: () => void undo() },
        tag: 'discarded',
      })
    })

  return {
    recording,
    state,
    openReport,
    async finish() {
      const kept = await recording.finish(async ({ attemptId }) => {
        await then.current.kept?.(attemptId)
        await writeDown(attemptId)
      })
      if (kept && !kept.problem) show(kept.attemptId)
    },
    async discard() {
      const kept = await recording.finish()
      if (kept && !kept.problem) await putAside(kept)
    },
  }
}

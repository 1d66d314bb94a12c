import { useCallback } from 'react'
import type { Client } from '#contract/client'
import type { ExportedFile, ReportFormat, TranscriptFormat } from '#contract/exports'
import { errorCode } from '#domain/errors'
import { useToasts } from '../../ui/toast.tsx'
import { saveFile } from '../shared/save-file.ts'
import { useClient } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'

/** Something to take out of Starbeat. */
export type ExportRequest =
  | { readonly what: 'report'; readonly attemptId: string; readonly format: ReportFormat }
  | { readonly what: 'scorecard'; readonly sessionId: string; readonly format: ReportFormat }
  | { readonly what: 'transcript'; readonly attemptId: string; readonly format: TranscriptFormat }
  | { readonly what: 'audio'; readonly attemptId: string }
  | { readonly what: 'history' }

function fetchFile(client: Client, request: ExportRequest): Promise<ExportedFile> {
  switch (request.what) {
    case 'report':
      return client.call('exports.report', { attemptId: request.attemptId, format: request.format })
    case 'scorecard':
      return client.call('exports.scorecard', { sessionId: request.sessionId, format: request.format })
    case 'transcript':
      return client.call('exports.transcript', { attemptId: request.attemptId, format: request.format })
    case 'audio':
      return client.call('exports.audio', { attemptId: request.attemptId })
    case 'history':
      return client.call('exports.history', {})
  }
}

function subjectOf(request: ExportRequest): string {
  if (request.what === 'history') return 'history'
  return request.what === 'scorecard' ? request.sessionId : request.attemptId
}

/** Writes something as a file and saves it; what takes a while says so and can be cancelled. */
export function useExport(): (request: ExportRequest) => Promise<unknown> {
  const client = useClient()
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (request) =>
      guard(async () => {
        let closeToast = () => {}
        const stop = client.on('job.changed', ({ id, kind, subjectId, state }) => {
          if (kind !== 'export' || subjectId !== subjectOf(request) || state !== 'running') return
          const onPress = () => void client.call('jobs.cancel', { jobId: id })
          closeToast()
          closeToast = toasts.show({
            text: 'Writing the file…',
            isSticky: true,
            tag: 'export',
            action: { label: 'Cancel', onPress },
          })
        })
        try {
          const { fileName, mediaType, bytes } = await fetchFile(client, request)
          saveFile({ fileName, mediaType, content: bytes })
          closeToast()
          toasts.show({ text: `“${fileName}” was saved`, tag: 'exported' })
        } catch (error) {
          closeToast()
          if (errorCode(error) !== 'cancelled') throw error
        } finally {
          stop()
        }
      }),
    [client, guard, toasts],
  )
}

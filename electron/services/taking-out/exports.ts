import type { Report } from '#contract/attempts'
import type { ExportedFile, ReportFormat, TranscriptFormat, TranscriptJson } from '#contract/exports'
import type { Scorecard } from '#contract/sessions'
import { SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { dayOf } from '#domain/backup/calendar'
import { AppError, errorCode } from '#domain/errors'
import type { ExportDocument } from '#domain/export/document'
import { datedFileName } from '#domain/export/file-name'
import { toHistoryCsv } from '#domain/export/history-csv'
import { toHtml } from '#domain/export/html'
import { toMarkdown } from '#domain/export/markdown'
import { paragraphsOf } from '#domain/export/paragraphs'
import { reportDocument } from '#domain/export/report-document'
import { scorecardDocument } from '#domain/export/scorecard-document'
import { toSrt, toVtt } from '#domain/export/subtitles'
import { transcriptText } from '#domain/transcript'
import type { Jobs } from '../app/jobs.ts'
import type { Reports } from '../attempts/reports.ts'
import type { PdfPrinter } from '../ports/export.ts'
import type { AudioStore } from '../ports/stores.ts'
import { createHistoryRows, type HistoryDeps } from './history-rows.ts'

export interface Exports {
  report(attemptId: string, format: ReportFormat): Promise<ExportedFile>
  scorecard(sessionId: string, format: ReportFormat): Promise<ExportedFile>
  transcript(attemptId: string, format: TranscriptFormat): ExportedFile
  audio(attemptId: string): Promise<ExportedFile>
  history(): Promise<ExportedFile>
}

const ENDINGS = { markdown: 'md', html: 'html', pdf: 'pdf' } as const
const MEDIA_TYPES = {
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  txt: 'text/plain',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  json: 'application/json',
} as const

/** How much of a recording is read at once. Milliseconds. */
const PIECE_MS = 60_000

/** Writes what users take out of Starbeat. The page saves the files: it never learns a path, nor do we. */
export function createExports(
  deps: HistoryDeps & {
    reports: Pick<Reports, 'report'>
    scorecard(sessionId: string): Scorecard
    audio: Pick<AudioStore, 'read'>
    printer: PdfPrinter
    jobs: Jobs
    timeZone: string
  },
): Exports {
  const { jobs, timeZone } = deps
  const encoder = new TextEncoder()
  const historyRows = createHistoryRows(deps)

  const fileOf = (text: string, fileName: string, mediaType: string): ExportedFile => ({
    fileName,
    mediaType,
    bytes: encoder.encode(text),
  })

  async function written(
    subjectId: string,
    format: ReportFormat,
    at: number,
    document: ExportDocument,
  ): Promise<ExportedFile> {
    const fileName = datedFileName(document.title, at, timeZone, ENDINGS[format])
    const mediaType = MEDIA_TYPES[format]
    if (format === 'markdown') return fileOf(toMarkdown(document), fileName, mediaType)
    const html = toHtml(document)
    if (format === 'html') return fileOf(html, fileName, mediaType)
    const bytes = await jobs.run('export', subjectId, (signal) => deps.printer.print(html, signal)).done
    return { fileName, mediaType, bytes }
  }

  async function samplesOf(attemptId: string, durationMs: number, signal: AbortSignal, report: (part: number) => void) {
    const pieces: Uint8Array[] = []
    // To the last sample: the duration is rounded.
    for (let fromMs = 0; ; fromMs += PIECE_MS) {
      signal.throwIfAborted()
      const piece = await deps.audio.read(attemptId, fromMs, fromMs + PIECE_MS)
      if (piece.byteLength === 0) return pieces
      pieces.push(piece)
      report((fromMs + PIECE_MS) / Math.max(PIECE_MS, durationMs))
    }
  }

  /** Its bank may have been removed since: the others are still wanted. */
  function reportIfThere(attemptId: string): (readonly [string, Report])[] {
    try {
      return [[attemptId, deps.reports.report(attemptId)]]
    } catch (error) {
      if (errorCode(error) === 'not-found') return []
      throw error
    }
  }

  return {
    async report(attemptId, format) {
      const report = deps.reports.report(attemptId)
      return written(attemptId, format, report.attempt.startedAt, reportDocument(report, timeZone))
    },
    async scorecard(sessionId, format) {
      const card = deps.scorecard(sessionId)
      const attemptIds = card.answers.flatMap(({ item }) => item.attemptId ?? [])
      const reports = new Map(attemptIds.flatMap((id) => reportIfThere(id)))
      return written(sessionId, format, card.startedAt, scorecardDocument({ ...card, reports }, timeZone))
    },
    transcript(attemptId, format) {
      const report = deps.reports.report(attemptId)
      if (!report.words || report.transcription.state !== 'done') throw new AppError('transcript-missing')
      const text = WRITERS[format](report, report.words)
      return fileOf(
        text,
        datedFileName(report.storyTitle, report.attempt.startedAt, timeZone, format),
        MEDIA_TYPES[format],
      )
    },
    async audio(attemptId) {
      const { attempt, storyTitle } = deps.reports.report(attemptId)
      const bytes = await jobs.run('export', attemptId, async (signal, report) =>
        wavOf(await samplesOf(attemptId, attempt.durationMs, signal, report)),
      ).done
      return { fileName: datedFileName(storyTitle, attempt.startedAt, timeZone, 'wav'), mediaType: 'audio/wav', bytes }
    },
    async history() {
      const rows = await jobs.run('export', 'history', (signal, report) => historyRows({ signal, report })).done
      return fileOf(toHistoryCsv(rows), `Starbeat history ${dayOf(deps.now(), timeZone)}.csv`, 'text/csv')
    },
  }
}

type Words = NonNullable<Report['words']>

const WRITERS: Readonly<Record<TranscriptFormat, (report: Report, words: Words) => string>> = {
  txt: (_report, words) => `${paragraphsOf(words).map(transcriptText).join('\n\n')}\n`,
  srt: (_report, words) => toSrt(words),
  vtt: (_report, words) => toVtt(words),
  json: (report, words) => `${JSON.stringify(jsonOf(report, words), null, 2)}\n`,
}

const jsonOf = (report: Report, words: Words): TranscriptJson => ({
  format: 'starbeat-transcript',
  version: 1,
  story: report.storyTitle,
  question: report.question,
  recordedAt: new Date(report.attempt.startedAt).toISOString(),
  durationMs: report.attempt.durationMs,
  corrected: report.corrected,
  model: report.transcription.state === 'done' ? report.transcription.modelName : '',
  words,
  segmentStarts: report.segmentStarts,
})

function wavOf(pieces: readonly Uint8Array[]): Uint8Array {
  const dataBytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const bytes = new Uint8Array(WAV_HEADER_BYTES + dataBytes)
  bytes.set(wavHeader(dataBytes, SAMPLE_RATE_HZ))
  let at = WAV_HEADER_BYTES
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}

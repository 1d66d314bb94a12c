import type { AttemptSummary, PointReport, Report, Score, TranscriptionState } from '#contract/attempts'
import { measureDelivery } from '#domain/delivery/measure'
import { partEvidence } from '#domain/delivery/part-times'
import { AppError } from '#domain/errors'
import type { Story } from '#domain/story'
import type { Transcript } from '#domain/transcript'
import type { EventHub } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { Opinions } from './opinions.ts'
import type { AttemptRow, AttemptStore, OverrideStore, StoryStore, TranscriptStore } from './ports.ts'
import type { SettingsService } from './settings.ts'
import type { Verdicts } from './verdicts.ts'

export interface Reports {
  report(attemptId: string): Report
  summary(attempt: AttemptRow, story: Story): AttemptSummary
}

/** Reads what an attempt said of its story. Coverage is computed here and never stored, so better matching improves old attempts. */
export function createReports(deps: {
  attempts: AttemptStore
  stories: StoryStore
  transcripts: TranscriptStore
  overrides: OverrideStore
  verdicts: Verdicts
  opinions: Opinions
  events: EventHub
  settings: SettingsService
  jobs: Jobs
}): Reports {
  const { attempts, stories, transcripts, overrides } = deps

  /** `changed` is called when a second opinion changed a verdict; without it none is asked for. */
  function pointReports(
    attempt: AttemptRow,
    story: Story,
    transcript: Transcript | null,
    changed: (() => void) | null,
  ): PointReport[] {
    const byHand = overrides.of(attempt.id)
    const judged = transcript
      ? deps.opinions.applied(
          story.points,
          deps.verdicts.taught(attempt.id, story, transcript),
          transcript.words,
          changed,
        )
      : []
    return story.points.map((point, index) => {
      const verdict = judged[index] ?? null
      const override = byHand.get(point.id) ?? null
      return { point, judged: verdict, override, status: override ?? verdict?.status ?? null }
    })
  }

  function transcriptionState(attempt: AttemptRow, hasTranscript: boolean): TranscriptionState {
    const job = deps.jobs.of(attempt.id)
    if (job) return { state: 'running', jobId: job.id, progress: job.progress }
    if (hasTranscript) return { state: 'done' }
    return attempt.transcriptionError ? { state: 'failed', code: attempt.transcriptionError } : { state: 'none' }
  }

  function questionText({ storyId, questionId }: AttemptRow): string | null {
    return stories.surroundings(storyId).questions.find((question) => question.id === questionId)?.text ?? null
  }

  /** Where a bank says what an answer should show. */
  function checklistOf({ id, notes }: Story): string[] {
    const { section } = stories.surroundings(id)
    return [...notes, section?.title ?? '', section?.definition ?? '']
  }

  function said(attemptId: string): { transcript: Transcript | null; corrected: boolean } {
    const stored = transcripts.get(attemptId)
    return { transcript: stored ? (stored.corrected ?? stored.heard) : null, corrected: stored?.corrected != null }
  }

  return {
    summary(attempt, story) {
      const { transcript } = said(attempt.id)
      const points = pointReports(attempt, story, transcript, null)
      return {
        attempt: publicAttempt(attempt),
        transcription: transcriptionState(attempt, transcript !== null),
        score: scoreOf(points),
      }
    },
    report(attemptId) {
      const attempt = attempts.get(attemptId)
      const story = attempt && stories.get(attempt.storyId)?.story
      if (!attempt || !story) throw new AppError('not-found')
      const { transcript, corrected } = said(attemptId)
      const changed = () => deps.events.emit('attempt.changed', { attemptId, storyId: story.id })
      const points = pointReports(attempt, story, transcript, changed)
      const target = story.target ?? deps.settings.get().target
      return {
        attempt: publicAttempt(attempt),
        transcription: transcriptionState(attempt, transcript !== null),
        storyTitle: story.title,
        question: questionText(attempt),
        target,
        points,
        score: scoreOf(points),
        words: transcript?.words ?? null,
        segmentStarts: transcript?.segmentStarts ?? [],
        corrected,
        delivery:
          transcript &&
          measureDelivery({
            words: transcript.words,
            durationMs: attempt.durationMs,
            envelope: attempts.envelope(attemptId),
            coverage: points.map(partEvidence),
            pace: deps.settings.get().pace,
            target,
            checklist: checklistOf(story),
          }),
      }
    },
  }
}

/** Optional points count neither as said nor as missed; null when nothing was judged. */
export function scoreOf(points: readonly PointReport[]): Score | null {
  const counted = points.filter(({ point }) => point.weight !== 'optional')
  if (!points.some(({ status }) => status !== null)) return null
  const count = (status: string) => counted.filter((report) => report.status === status).length
  return {
    covered: count('covered'),
    partial: count('partial'),
    missed: count('missed'),
    total: counted.length,
    wrongFacts: points.reduce(
      (sum, { judged, override }) => sum + (override ? 0 : (judged?.wrongFacts.length ?? 0)),
      0,
    ),
  }
}

function publicAttempt({ transcriptionError: _, ...attempt }: AttemptRow) {
  return attempt
}

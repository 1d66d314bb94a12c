import type { Job } from '#contract/app'
import type { PointReport, Report, TranscriptionState } from '#contract/attempts'
import { type Envelope, peakDb } from '#domain/audio/envelope'
import type { Assessment } from '#domain/coverage/assessment'
import { type Score, scoreOf } from '#domain/coverage/score'
import { measureDelivery } from '#domain/delivery/measure'
import { partEvidence } from '#domain/delivery/part-times'
import { measureHabits } from '#domain/delivery/spoken-figures'
import { AppError } from '#domain/errors'
import { focusTarget } from '#domain/practice/focus'
import type { Story, TargetBand } from '#domain/story'
import type { Transcript } from '#domain/transcript'
import type { EventHub } from '../app/events.ts'
import type { Jobs } from '../app/jobs.ts'
import type { SettingsService } from '../app/settings.ts'
import type {
  AttemptRow,
  AttemptStore,
  OverrideStore,
  ScoreStore,
  StoredTranscript,
  StoryStore,
  TranscriptStore,
} from '../ports/stores.ts'
import type { Opinions } from './opinions.ts'
import type { Verdicts } from './verdicts.ts'

export interface Reports {
  report(attemptId: string): Report
  /** The score alone, judged now; null until there is a transcript or a point ticked by hand. */
  score(attempt: AttemptRow, story: Story): Score | null
  /** What lists and charts know of it, judged now. */
  assess(attempt: AttemptRow, story: Story): Assessment
  /** What became of each point that the attempt is about, judged now. */
  points(attempt: AttemptRow, story: Story): PointReport[]
  /** How long the attempt should be: a part of the story's target where it is about some points only. */
  target(attempt: AttemptRow, story: Story): TargetBand
  /** Where the transcript stands; `modelName` is the model that made it, null when there is none. */
  transcription(attempt: AttemptRow, modelName: string | null): TranscriptionState
}

/**
 * Reads what an attempt said of its story. Coverage is computed here and never stored, so better matching improves old
 * attempts; what lists show of it is kept by `scores.ts` until it changes.
 */
export function createReports(deps: {
  attempts: AttemptStore
  stories: StoryStore
  transcripts: TranscriptStore
  overrides: OverrideStore
  verdicts: Verdicts
  opinions: Opinions
  events: EventHub
  settings: SettingsService
  scores: Pick<ScoreStore, 'outdate'>
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
    // Of a recording without speech nothing can be said.
    const judged = transcript?.words.length
      ? deps.opinions.applied(
          story.points,
          deps.verdicts.taught(attempt.id, story, transcript),
          transcript.words,
          changed,
        )
      : []
    const all = story.points.map((point, index) => {
      const verdict = judged[index] ?? null
      const override = byHand.get(point.id) ?? null
      return { point, judged: verdict, override, status: override ?? verdict?.status ?? null }
    })
    // Judged among all points of the story, so that words which say another point better stay with that one.
    return all.filter(({ point }) => attempt.focus === null || attempt.focus.includes(point.id))
  }

  const pointsOf = (attempt: AttemptRow, story: Story) =>
    pointReports(attempt, story, saidIn(transcripts.get(attempt.id)), null)

  function transcriptionState(attempt: AttemptRow, modelName: string | null): TranscriptionState {
    const underWay = (kind: Job['kind']) => {
      const job = deps.jobs.of(attempt.id, kind)
      return job && { jobId: job.id, progress: job.progress }
    }
    const running = underWay('transcription')
    if (running) return { state: 'running', ...running }
    if (modelName !== null) return { state: 'done', modelName, again: underWay('second-pass') }
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

  function targetOf({ focus }: AttemptRow, { points, target }: Story): TargetBand {
    const whole = target ?? deps.settings.get().target
    return focus ? focusTarget(whole, points, focus) : whole
  }

  const saidIn = (stored: StoredTranscript | null) => stored && (stored.corrected ?? stored.heard)

  return {
    score: (attempt, story) => scoreOf(pointsOf(attempt, story)),
    assess(attempt, story) {
      const points = pointsOf(attempt, story)
      const transcript = saidIn(transcripts.get(attempt.id))
      return {
        score: scoreOf(points),
        statuses: Object.fromEntries(points.flatMap(({ point, status }) => (status ? [[point.id, status]] : []))),
        habits: transcript && measureHabits(transcript.words, attempt.durationMs, attempts.envelope(attempt.id)),
      }
    },
    points: pointsOf,
    target: targetOf,
    transcription: transcriptionState,
    report(attemptId) {
      const attempt = attempts.get(attemptId)
      const story = attempt && stories.get(attempt.storyId)?.story
      if (!attempt || !story) throw new AppError('not-found')
      const stored = transcripts.get(attemptId)
      const transcript = saidIn(stored)
      const envelope = attempts.envelope(attemptId)
      const changed = () => {
        deps.scores.outdate(attemptId)
        deps.events.emit('attempt.changed', { attemptId, storyId: story.id })
      }
      const points = pointReports(attempt, story, transcript, changed)
      const target = targetOf(attempt, story)
      return {
        attempt: shownAttempt(attempt),
        transcription: transcriptionState(attempt, stored?.modelName ?? null),
        storyTitle: story.title,
        question: questionText(attempt),
        target,
        points,
        score: scoreOf(points),
        words: transcript?.words ?? null,
        segmentStarts: transcript?.segmentStarts ?? [],
        corrected: stored?.corrected != null,
        loudestDb: envelope && loudestDb(envelope),
        delivery:
          transcript &&
          measureDelivery({
            words: transcript.words,
            durationMs: attempt.durationMs,
            envelope,
            coverage: points.map(partEvidence),
            pace: deps.settings.get().pace,
            target,
            checklist: checklistOf(story),
          }),
      }
    },
  }
}

const loudestDb = ({ peaks }: Envelope): number => peakDb(peaks.reduce((most, peak) => Math.max(most, peak), 0))

/** An attempt without what stands in its transcription state. */
export function shownAttempt({ transcriptionError: _, ...attempt }: AttemptRow) {
  return attempt
}

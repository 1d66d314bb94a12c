import { measureDelivery } from '#domain/delivery/measure'
import { fillersPerMinute } from '#domain/export/delivery-figures'
import type { HistoryRow } from '#domain/export/history-csv'
import type { AttemptRow, AttemptStore, StoryStore, StorySurroundings, TranscriptStore } from './ports.ts'
import type { Reports } from './reports.ts'
import type { SettingsService } from './settings.ts'
import type { Turns, Watch } from './slices.ts'

export type HistoryDeps = Turns & {
  readonly attempts: AttemptStore
  readonly stories: StoryStore
  readonly transcripts: TranscriptStore
  readonly reports: Pick<Reports, 'score'>
  readonly settings: SettingsService
}

/** How long one stretch of judging may hold everything else up. Milliseconds. */
const SLICE_MS = 12

/** Reads every attempt as a row of the history, newest first, judged now; the app answers meanwhile. */
export function createHistoryRows(deps: HistoryDeps): (watch: Watch) => Promise<HistoryRow[]> {
  const { stories, transcripts, now } = deps

  function figuresOf(attempt: AttemptRow) {
    const stored = transcripts.get(attempt.id)
    if (!stored) return { wordsPerMinute: null, fillersPerMinute: null }
    const delivery = measureDelivery({
      words: (stored.corrected ?? stored.heard).words,
      durationMs: attempt.durationMs,
      envelope: null,
      coverage: [],
      pace: deps.settings.get().pace,
      target: null,
      checklist: [],
    })
    return { wordsPerMinute: delivery.pace.wordsPerMinute, fillersPerMinute: fillersPerMinute(delivery) }
  }

  function rowOf(attempt: AttemptRow, around: StorySurroundings): HistoryRow | null {
    const story = stories.get(attempt.storyId)?.story
    if (!story) return null
    const { startedAt, cueLevel, focus, durationMs, note, favourite } = attempt
    return {
      startedAt,
      bank: around.bankTitle,
      section: around.section?.title ?? null,
      story: story.title,
      question: around.questions.find(({ id }) => id === attempt.questionId)?.text ?? null,
      cueLevel,
      focusPoints: focus?.length ?? null,
      durationMs,
      score: deps.reports.score(attempt, story),
      ...figuresOf(attempt),
      note,
      favourite,
    }
  }

  return async ({ signal, report }) => {
    const attempts = deps.attempts.list().filter(({ status }) => status === 'recorded')
    const surroundings = new Map<string, StorySurroundings>()
    const rows: HistoryRow[] = []
    let since = now()
    for (const [at, attempt] of attempts.entries()) {
      const around = surroundings.get(attempt.storyId) ?? stories.surroundings(attempt.storyId)
      surroundings.set(attempt.storyId, around)
      const row = rowOf(attempt, around)
      if (row) rows.push(row)
      if (now() - since < SLICE_MS) continue
      report(at / attempts.length)
      await deps.pause()
      signal.throwIfAborted()
      since = now()
    }
    return rows
  }
}

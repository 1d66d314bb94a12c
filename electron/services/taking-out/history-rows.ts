import { measureHabits } from '#domain/delivery/spoken-figures'
import type { HistoryRow } from '#domain/export/history-csv'
import type { Story } from '#domain/story'
import type { Turns, Watch } from '../app/slices.ts'
import type { Reports } from '../attempts/reports.ts'
import type {
  AttemptRow,
  AttemptStore,
  KnownScore,
  ScoreStore,
  StoryStore,
  StorySurroundings,
  TranscriptStore,
} from '../ports/stores.ts'

export type HistoryDeps = Turns & {
  readonly attempts: AttemptStore
  readonly stories: StoryStore
  readonly transcripts: TranscriptStore
  readonly scores: Pick<ScoreStore, 'ofStory' | 'answers'>
  readonly reports: Pick<Reports, 'score'>
}

/** How long one stretch of judging may hold everything else up. Milliseconds. */
const SLICE_MS = 12

type Figures = Pick<HistoryRow, 'wordsPerMinute' | 'fillersPerMinute'>

/** What all attempts at a story have in common. */
interface Told {
  readonly story: Story | null
  readonly around: StorySurroundings
  readonly known: ReadonlyMap<string, KnownScore>
}

/** Reads every attempt as a row of the history, newest first, judged where no score stands; the app answers meanwhile. */
export function createHistoryRows(deps: HistoryDeps): (watch: Watch) => Promise<HistoryRow[]> {
  const { stories, transcripts, now } = deps

  function measured({ id, durationMs }: AttemptRow): Figures {
    const stored = transcripts.get(id)
    if (!stored) return { wordsPerMinute: null, fillersPerMinute: null }
    return measureHabits((stored.corrected ?? stored.heard).words, durationMs, null)
  }

  function rowOf(attempt: AttemptRow, { story, around, known }: Told, kept: Figures | undefined): HistoryRow | null {
    if (!story) return null
    const score = known.get(attempt.id)
    const { wordsPerMinute, fillersPerMinute } = (score?.isCurrent && kept) || measured(attempt)
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
      score: score?.isCurrent ? score.score : deps.reports.score(attempt, story),
      wordsPerMinute,
      fillersPerMinute,
      note,
      favourite,
    }
  }

  const toldOf = (storyId: string): Told => ({
    story: stories.get(storyId)?.story ?? null,
    around: stories.surroundings(storyId),
    known: deps.scores.ofStory(storyId),
  })

  return async ({ signal, report }) => {
    const attempts = deps.attempts.list().filter(({ status }) => status === 'recorded')
    const kept = new Map(deps.scores.answers(null).map((answer) => [answer.attemptId, answer]))
    const byStory = new Map<string, Told>()
    const rows: HistoryRow[] = []
    let since = now()
    for (const [at, attempt] of attempts.entries()) {
      const told = byStory.get(attempt.storyId) ?? toldOf(attempt.storyId)
      byStory.set(attempt.storyId, told)
      const row = rowOf(attempt, told, kept.get(attempt.id))
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

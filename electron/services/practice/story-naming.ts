import type { StoryCandidate } from '#contract/sessions'
import { coverPoints } from '#domain/coverage/cover'
import { readinessOf, scoreOf } from '#domain/coverage/score'
import { AppError } from '#domain/errors'
import { indexStories, likelyStories, type StoryIndex } from '#domain/practice/story-index'
import { CANDIDATES, evidenceOf, rankStories } from '#domain/practice/told-story'
import { type Steps, within } from '#domain/steps'
import type { Story } from '#domain/story'
import { transcriptText, type Word } from '#domain/transcript'
import type { EventHub } from '../app/events.ts'
import { inSlices, type Turns } from '../app/slices.ts'
import type { ItemRow, SessionStore } from '../ports/practice.ts'
import type { AttemptStore, BankStore, StoryStore, TranscriptStore } from '../ports/stores.ts'
import type { Reviews } from './reviews.ts'

export interface StoryNaming {
  /** The stories that an answer may have told, best first; none until it is transcribed. */
  candidates(sessionId: string, position: number): Promise<StoryCandidate[]>
  /** The user says which story an answer told: that stands. */
  name(sessionId: string, position: number, storyId: string): void
  /** Names the story of an answer, soon, if it is written down already. */
  answered(sessionId: string, position: number): void
  /** Resolves when the stories of a session's answers are named, as far as that can be now. */
  settled(sessionId: string): Promise<void>
  /** Stops naming; resolves when nothing is written any more. */
  close(): Promise<void>
}

/**
 * Finds out which story was told in answers of mock interviews. When one is written down and its story is clear, the
 * app names it and the attempt moves to that story; what the user says stands.
 */
export function createStoryNaming(
  deps: Turns & {
    sessions: SessionStore
    stories: Pick<StoryStore, 'get'>
    banks: Pick<BankStore, 'list' | 'contentOf'>
    attempts: Pick<AttemptStore, 'get' | 'setStory'>
    transcripts: Pick<TranscriptStore, 'get'>
    reviews: Pick<Reviews, 'follow'>
    events: EventHub
    logError(error: unknown): void
  },
): StoryNaming {
  const { sessions, stories, attempts, events } = deps
  let index: StoryIndex | null = null
  let libraryVersion = 0
  /** Answers that were looked at, by attempt, with the words they had then. */
  const seen = new Map<string, string>()
  let working: Promise<void> = Promise.resolve()
  let isClosed = false

  function itemAt(sessionId: string, position: number): ItemRow {
    const item = sessions.items(sessionId).find((each) => each.position === position)
    if (!item) throw new AppError('not-found')
    return item
  }

  function wordsOf(attemptId: string | null): readonly Word[] {
    const stored = attemptId === null ? null : deps.transcripts.get(attemptId)
    return stored ? (stored.corrected ?? stored.heard).words : []
  }

  /** What is known of the words of all stories, read bank by bank. */
  function* indexed(): Steps<StoryIndex> {
    if (index) return index
    const version = libraryVersion
    const read: Story[] = []
    const banks = deps.banks.list()
    for (const [i, { id }] of banks.entries()) {
      read.push(...deps.banks.contentOf(id).stories)
      yield (i + 1) / banks.length / 2
    }
    const built = yield* within(indexStories(read), 0.5, 1)
    if (version === libraryVersion) index = built
    return built
  }

  function* rank(words: readonly Word[], plannedId: string | null) {
    const known = yield* within(indexed(), 0, 0.5)
    const likely = likelyStories(known, transcriptText(words), CANDIDATES)
    const ids = plannedId === null ? likely : [...new Set([...likely, plannedId])]
    const judged = []
    for (const [i, storyId] of ids.entries()) {
      const story = stories.get(storyId)?.story
      if (!story) continue
      const coverage = coverPoints(
        story.points.map((point) => ({ ...point, wordings: [] })),
        words,
      )
      const score = scoreOf(
        story.points.map((point, at) => ({
          point,
          status: coverage[at]!.status,
          override: null,
          judged: coverage[at]!,
        })),
      )
      judged.push({ story, storyId, score, evidence: evidenceOf(coverage, known) })
      yield 0.5 + (i + 1) / ids.length / 2
    }
    return rankStories(judged, plannedId)
  }

  const ranked = (words: readonly Word[], plannedId: string | null) =>
    inSlices(rank(words, plannedId) satisfies Steps<unknown>, deps)

  /** Writes down whose story it is and moves the attempt there. */
  function assign(sessionId: string, item: ItemRow, storyId: string, storyBy: 'app' | 'user'): void {
    sessions.saveItem(sessionId, { ...item, storyId, storyBy })
    const { attemptId } = item
    const attempt = attemptId === null ? null : attempts.get(attemptId)
    if (attempt && attempt.storyId !== storyId) {
      attempts.setStory(attempt.id, storyId)
      deps.reviews.follow(attempt.id)
      for (const id of [attempt.storyId, storyId])
        events.emit('attempt.changed', { attemptId: attempt.id, storyId: id })
    }
    events.emit('session.changed', { sessionId })
  }

  /** Names the story of an answer unless the user did, or its words were looked at before. */
  async function nameByItself(sessionId: string, position: number): Promise<void> {
    const before = itemAt(sessionId, position)
    const { attemptId } = before
    const words = wordsOf(attemptId)
    if (!canName(before) || attemptId === null || words.length === 0) return
    const text = transcriptText(words)
    if (seen.get(attemptId) === text) return
    const { ranked: best, isClear } = await ranked(words, before.storyId)
    seen.set(attemptId, text)
    // Another word of the user may have come meanwhile.
    const item = itemAt(sessionId, position)
    const [first] = best
    if (isClosed || !canName(item) || item.attemptId !== attemptId || !isClear || !first) return
    assign(sessionId, item, first.storyId, 'app')
  }

  const isMock = (sessionId: string) => sessions.get(sessionId)?.setup.kind === 'mock'

  function soon(sessionId: string, position: number): void {
    working = working.then(() => (isClosed ? undefined : nameByItself(sessionId, position))).catch(deps.logError)
  }

  const answered = (sessionId: string, position: number) => {
    if (isMock(sessionId)) soon(sessionId, position)
  }

  const stop = events.subscribe((name, payload) => {
    if (name === 'banks.changed' || name === 'story.changed') {
      index = null
      libraryVersion++
    }
    if (name !== 'attempt.changed') return
    const { attemptId } = payload as { attemptId: string }
    const place = sessions.placeOf(attemptId)
    if (!place) return
    answered(place.sessionId, place.position)
    events.emit('session.changed', { sessionId: place.sessionId })
  })

  return {
    async candidates(sessionId, position) {
      const item = itemAt(sessionId, position)
      const words = wordsOf(item.attemptId)
      if (words.length === 0) return []
      const { ranked: best } = await ranked(words, item.storyId)
      return best.map(({ story, storyId, score }) => ({
        storyId,
        title: story.title,
        readiness: readinessOf(score) ?? 0,
        covered: score?.covered ?? 0,
        total: score?.total ?? 0,
      }))
    },
    name(sessionId, position, storyId) {
      const item = itemAt(sessionId, position)
      if (!stories.get(storyId)) throw new AppError('not-found')
      assign(sessionId, item, storyId, 'user')
    },
    answered,
    async settled(sessionId) {
      if (!isMock(sessionId)) return
      for (const { position } of sessions.items(sessionId)) soon(sessionId, position)
      await working
    },
    async close() {
      isClosed = true
      stop()
      await working
    },
  }
}

/** Answers to questions, as long as the user did not say which story they told; follow-ups stay with their answer. */
const canName = ({ state, followUp, storyBy }: ItemRow): boolean =>
  state === 'answered' && !followUp && storyBy !== 'user'

import type { Wording, WordingKind } from '#domain/coverage/wording'
import { AppError } from '#domain/errors'
import { spanText, type WordSpan } from '#domain/transcript'
import { plainWords } from '#domain/transcript/word-errors'
import type { EventHub } from '../app/events.ts'
import type { AttemptStore, Clock, NewId, StoryStore, TranscriptStore, WordingStore } from '../ports/stores.ts'

export interface Wordings {
  /** What Starbeat learned about the points of a story, newest first. */
  ofStory(storyId: string): Wording[]
  /**
   * Learns that words of an attempt say a point, or do not; what it learned of the same words before gives way.
   * `isNew` is false when it knew this already. Throws `bad-request` for a span without words.
   */
  learn(attemptId: string, pointId: string, kind: WordingKind, span: WordSpan): { wordingId: string; isNew: boolean }
  /** Puts a wording aside until the next start. */
  remove(wordingId: string): void
  restore(wordingId: string): void
  /** Deletes for good what was put aside before this start. */
  purgeRemoved(): void
}

const isSameText = (a: string, b: string) => plainWords(a).join(' ') === plainWords(b).join(' ')

/** What users teach about the points of their stories: words that say them, and words that do not. */
export function createWordings(deps: {
  store: WordingStore
  attempts: AttemptStore
  stories: StoryStore
  transcripts: TranscriptStore
  events: EventHub
  now: Clock
  newId: NewId
}): Wordings {
  const { store, attempts, transcripts, events } = deps
  const changed = (storyId: string) => events.emit('story.changed', { storyId })

  /** The words of a span of the transcript as the report shows it. */
  function wordsOf(attemptId: string, span: WordSpan): string {
    const stored = transcripts.get(attemptId)
    if (!stored) throw new AppError('transcript-missing')
    const { words } = stored.corrected ?? stored.heard
    const text = spanText(words, span).trim()
    if (span.from >= span.to || span.to > words.length || plainWords(text).length === 0)
      throw new AppError('bad-request')
    return text
  }

  const sameTexts = ({ id, pointId, text }: Wording) =>
    store.ofPoint(pointId).filter((other) => other.id !== id && isSameText(other.text, text))

  /** One text says a point or does not: the others of the same words are put aside. */
  function putAside(wordings: readonly Wording[]): void {
    for (const { id } of wordings) store.setRemoved(id, deps.now())
  }

  function found(wordingId: string) {
    const row = store.get(wordingId)
    if (!row) throw new AppError('not-found')
    return row
  }

  return {
    ofStory: (storyId) => store.ofStory(storyId),
    learn(attemptId, pointId, kind, span) {
      const storyId = attempts.get(attemptId)?.storyId
      if (!storyId || !deps.stories.pointIds(storyId).has(pointId)) throw new AppError('not-found')
      const text = wordsOf(attemptId, span)
      const wording: Wording = { id: deps.newId(), pointId, kind, text, attemptId, learnedAt: deps.now() }
      const others = sameTexts(wording)
      const known = others.find((other) => other.kind === kind)
      if (known) return { wordingId: known.id, isNew: false }
      store.add(wording)
      putAside(others)
      changed(storyId)
      return { wordingId: wording.id, isNew: true }
    },
    remove(wordingId) {
      const { storyId } = found(wordingId)
      store.setRemoved(wordingId, deps.now())
      changed(storyId)
    },
    restore(wordingId) {
      const { storyId, wording } = found(wordingId)
      store.setRemoved(wordingId, null)
      putAside(sameTexts(wording))
      changed(storyId)
    },
    purgeRemoved: () => store.purgeRemoved(),
  }
}

import type { BankChanges } from '#contract/banks'
import type { ParsedBank } from '#domain/bank/bank'
import { type BankMatch, matchBanks, type StoryMatch } from '#domain/bank/reimport'
import type { Question, Section } from '#domain/story'
import type { ImportedStory, KnownStory, NewId } from '../ports/stores.ts'
import { planPoints } from './import-points.ts'

/** A stored bank as an import meets it. */
export interface KnownBank {
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
  readonly stories: readonly KnownStory[]
}

export interface ImportPlan {
  readonly sections: Section[]
  readonly questions: Question[]
  readonly stories: ImportedStory[]
  /** Stories, counted by what becomes of them. */
  readonly changes: BankChanges['counts']
  readonly match: BankMatch
  readonly known: KnownBank | null
}

/**
 * What a bank becomes when a parsed document is accepted: what was there keeps its ids, and so its attempts; what the
 * user changed, added, moved or took away by hand stays so; the rest follows the document. An exact document says all
 * of it itself.
 */
export function planImport(parsed: ParsedBank, known: KnownBank | null, newId: NewId): ImportPlan {
  const match = matchBanks({ stories: known?.stories ?? [] }, parsed)
  const sectionIds = lastingIds(parsed.sections, known?.sections ?? [], (section) => section.title, newId)
  const questionIds = lastingIds(parsed.questions, known?.questions ?? [], (question) => question.text, newId)
  const sectionId = (id: string | null) => (id === null ? null : (sectionIds.get(id) ?? null))

  const formers = new Map(known?.stories.map((story) => [story.id, story]))
  const stories = parsed.stories.map((story, index): ImportedStory => {
    const verdict = match.stories[index]!
    const former = formers.get(verdict.existingId ?? '')
    return {
      ...story,
      notes: story.notes.map((note) => note.text),
      id: verdict.existingId ?? newId(),
      title: former && !parsed.exact && former.title !== former.sourceTitle ? former.title : story.title,
      sourceTitle: story.title,
      sectionId: sectionId(story.sectionId),
      questionIds: story.questionIds.map((id) => questionIds.get(id)!),
      points: planPoints(story, verdict, former, { exact: parsed.exact, newId }),
    }
  })
  const count = (change: StoryMatch['change']) => match.stories.filter((story) => story.change === change).length
  return {
    sections: parsed.sections.map(({ lines: _, ...section }) => ({ ...section, id: sectionIds.get(section.id)! })),
    questions: parsed.questions.map(({ lines: _, ...question }) => ({
      ...question,
      id: questionIds.get(question.id)!,
      sectionId: sectionId(question.sectionId),
    })),
    stories,
    changes: {
      added: count('added'),
      changed: count('changed'),
      kept: count('kept'),
      removed: match.goneStoryIds.length,
    },
    match,
    known,
  }
}

/** What a plan changes, as the user is shown it; ids are those of the parsed bank. */
export function changesOf({
  changes,
  match,
  known,
}: ImportPlan): Pick<BankChanges, 'counts' | 'stories' | 'points' | 'removedStories'> {
  const formers = new Map(known?.stories.map((story) => [story.id, story]))
  const wordingOf = (story: KnownStory | undefined, pointId: string) =>
    story?.points.find(({ id, removed }) => id === pointId && !removed)?.text ?? []
  return {
    counts: changes,
    stories: match.stories.map(({ parsedId, existingId, change, gonePointIds }) => ({
      id: parsedId,
      change,
      removedPoints: gonePointIds.flatMap((id) => wordingOf(formers.get(existingId ?? ''), id)),
    })),
    points: match.stories
      .filter(({ change }) => change === 'changed')
      .flatMap(({ points }) => points.filter(({ change }) => change !== 'kept'))
      .map(({ parsedId, change }) => ({ id: parsedId, change })),
    removedStories: match.goneStoryIds.map((id) => formers.get(id)?.title ?? ''),
  }
}

/** Parsed id to lasting id: what reads the same as something stored takes its id, each stored one only once. */
function lastingIds<T extends { id: string }>(
  parsed: readonly T[],
  known: readonly T[],
  textOf: (item: T) => string,
  newId: NewId,
): Map<string, string> {
  const free = [...known]
  return new Map(
    parsed.map((item) => {
      const at = free.findIndex((candidate) => textOf(candidate) === textOf(item))
      return [item.id, at < 0 ? newId() : free.splice(at, 1)[0]!.id]
    }),
  )
}

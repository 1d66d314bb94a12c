import type { BankSummary } from '#contract/banks'
import type { StorySummary } from '#contract/stories'
import { folded } from '#domain/search/terms'

/** A story with the words that the list shows and the filter looks at. */
export interface StoryRow {
  readonly id: string
  readonly story: StorySummary
  readonly section: string | null
  readonly question: string | null
  /** Folded: title, section and every question. */
  readonly haystack: string
}

/** What of the library is in view. */
export interface Place {
  readonly bankId: string | null
  readonly sectionId: string | null
}

/** The stories with the titles of their sections and the texts of their questions, in the order of the banks. */
export function storyRows(banks: readonly BankSummary[], stories: readonly StorySummary[]): readonly StoryRow[] {
  const sections = new Map(banks.flatMap((bank) => bank.sections.map((section) => [section.id, section.title])))
  const questions = new Map(banks.flatMap((bank) => bank.questions.map((question) => [question.id, question.text])))
  return stories.map((story) => {
    const section = (story.sectionId && sections.get(story.sectionId)) || null
    const asked = story.questionIds.flatMap((id) => questions.get(id) ?? [])
    const haystack = folded([story.title, section ?? '', ...asked].join('\n'))
    return { id: story.id, story, section, question: asked[0] ?? null, haystack }
  })
}

/** The stories at a place that hold every word of the filter. */
export function rowsAt(rows: readonly StoryRow[], place: Place, filter: string): readonly StoryRow[] {
  const words = folded(filter).split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ story, haystack }) =>
      (!place.bankId || story.bankId === place.bankId) &&
      (!place.sectionId || story.sectionId === place.sectionId) &&
      words.every((word) => haystack.includes(word)),
  )
}

/** How many stories stand under each bank and each section, by id. */
export function storyCounts(stories: readonly StorySummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const story of stories) {
    add(story.bankId)
    if (story.sectionId) add(story.sectionId)
  }
  return counts
}

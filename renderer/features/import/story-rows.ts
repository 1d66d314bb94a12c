import type { Change } from '#contract/banks'
import type { ParsedBank, ParsedNote, ParsedPoint, ParsedSection, ParsedStory } from '#domain/bank/bank'
import { PART_NAMES } from '../shared/parts.ts'
import type { Changes } from './changes.ts'
import { groupOf, noteKey, pointKey, storyKey } from './pieces.ts'

/** A row of the list of stories. */
export type ImportRow = StoryHead | PointItem | NoteItem | RemovedItem

export interface StoryHead {
  readonly kind: 'story'
  readonly id: string
  readonly story: ParsedStory
  /** The section that begins with this story. */
  readonly section: ParsedSection | null
  readonly isOpen: boolean
  readonly isFirst: boolean
  readonly change: Change | undefined
  /** The questions that it answers. */
  readonly questions: readonly string[]
}

export interface PointItem {
  readonly kind: 'point'
  readonly id: string
  readonly story: ParsedStory
  readonly point: ParsedPoint
  readonly change: Change | undefined
  /** How many points of this part begin here in a row; 0 when the group began above. */
  readonly group: number
}

export interface NoteItem {
  readonly kind: 'note'
  readonly id: string
  readonly story: ParsedStory
  readonly note: ParsedNote
}

/** Something of the bank in the Library that is no longer in the document. */
export interface RemovedItem {
  readonly kind: 'removed'
  readonly id: string
  readonly text: string
  readonly isStory: boolean
}

export interface RowOptions {
  readonly changes: Changes | null
  readonly onlyChanges: boolean
  isOpen(storyId: string): boolean
}

interface Cached {
  readonly head: StoryHead
  readonly rows: readonly ImportRow[]
}

/** Makes the rows of a bank; rows of a story that is as it was are the same objects as before. */
export function createRows(): (bank: ParsedBank, options: RowOptions) => readonly ImportRow[] {
  let cache = new Map<string, Cached>()
  return (bank, { changes, onlyChanges, isOpen }) => {
    const next = new Map<string, Cached>()
    const sections = new Map(bank.sections.map((section) => [section.id, section]))
    const questions = new Map(bank.questions.map((question) => [question.id, question.text]))
    let sectionId: string | null = null
    let isFirst = true
    for (const story of bank.stories) {
      const change = changes?.storyChange(story.id)
      if (onlyChanges && change === 'kept') continue
      const begins = story.sectionId !== sectionId
      sectionId = story.sectionId
      const head: StoryHead = {
        kind: 'story',
        id: storyKey(story.id),
        story,
        section: (begins && sectionId && sections.get(sectionId)) || null,
        isOpen: isOpen(story.id),
        isFirst,
        change,
        questions: story.questionIds.flatMap((id) => questions.get(id) ?? []),
      }
      isFirst = false
      const before = cache.get(story.id)
      next.set(story.id, before && isSame(before.head, head) ? before : { head, rows: rowsOf(head, changes) })
    }
    cache = next
    const gone = (changes?.removedStories ?? []).map(
      (text, index): RemovedItem => ({ kind: 'removed', id: `removed story ${index} ${text}`, text, isStory: true }),
    )
    return [...[...next.values()].flatMap(({ rows }) => rows), ...gone]
  }
}

const isSame = (a: StoryHead, b: StoryHead) =>
  a.story === b.story &&
  a.section === b.section &&
  a.isOpen === b.isOpen &&
  a.isFirst === b.isFirst &&
  a.change === b.change &&
  a.questions.join('\n') === b.questions.join('\n')

function rowsOf(head: StoryHead, changes: Changes | null): readonly ImportRow[] {
  const { story } = head
  if (!head.isOpen) return [head]
  const points = story.points.map((point, index): PointItem => {
    const begins = story.points[index - 1]?.part !== point.part
    return {
      kind: 'point',
      id: pointKey(point.id),
      story,
      point,
      // In a new story every point is new, which says nothing.
      change: head.change === 'added' ? undefined : changes?.pointChange(point.id),
      group: begins ? groupOf(story, point).length : 0,
    }
  })
  const removed = (changes?.removedPoints(story.id) ?? []).map(
    (text, index): RemovedItem => ({ kind: 'removed', id: `removed ${story.id} ${index}`, text, isStory: false }),
  )
  return [head, ...withNotes(points, story), ...removed]
}

/** Puts each note before the first point that stands below it in the document. */
function withNotes(points: readonly PointItem[], story: ParsedStory): readonly ImportRow[] {
  const notes = story.notes.map((note): NoteItem => ({ kind: 'note', id: noteKey(note.id), story, note }))
  const rows: ImportRow[] = []
  const placed = new Set<NoteItem>()
  const place = (until: number) => {
    for (const item of notes) {
      if (placed.has(item) || item.note.lines.from >= until) continue
      placed.add(item)
      rows.push(item)
    }
  }
  for (const item of points) {
    place(item.point.lines.from)
    rows.push(item)
  }
  place(Number.POSITIVE_INFINITY)
  return rows
}

/** What a row says where it is heard and not seen. */
export function rowText(row: ImportRow): string {
  switch (row.kind) {
    case 'story':
      return row.story.title
    case 'point':
      return `${PART_NAMES[row.point.part].label}${row.point.guessed ? ', guessed' : ''}: ${row.point.text}`
    case 'note':
      return `Note: ${row.note.text}`
    case 'removed':
      return `Removed: ${row.text}`
  }
}

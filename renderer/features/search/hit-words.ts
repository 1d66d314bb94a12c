import type { HitKind, SearchHit } from '#contract/search'
import { formatDay, formatDuration } from '../shared/format.ts'
import { attemptPath, storyPath } from '../shared/paths.ts'

const KIND_NAMES: Readonly<Record<HitKind, string>> = {
  story: 'Story',
  point: 'Point',
  question: 'Question',
  section: 'Section',
  bank: 'Bank',
  'story-note': 'Note of a story',
  'attempt-note': 'Note of an attempt',
  transcript: 'Said',
}

/** Where something was found: `Said in The night shift, 12 Nov, 0:42`. */
export function placeWords({ kind, title, startedAt, startMs }: SearchHit, nowMs: number): string {
  const day = startedAt === null ? null : formatDay(startedAt, nowMs)
  const moment = startMs === null ? null : formatDuration(startMs)
  const name =
    kind === 'transcript' ? `Said in ${title}` : kind === 'bank' ? KIND_NAMES.bank : `${KIND_NAMES[kind]} · ${title}`
  return [name, day, moment].filter(Boolean).join(', ')
}

/** Where a hit leads: what was said to its moment in the recording. */
export function hitPath({ kind, bankId, sectionId, storyId, attemptId, startMs }: SearchHit): string {
  if (kind === 'transcript' && attemptId) return `${attemptPath(attemptId)}?at=${Math.round(startMs ?? 0)}`
  if (attemptId) return attemptPath(attemptId)
  if (storyId) return storyPath(storyId)
  return `/library?bank=${bankId}${sectionId ? `&section=${sectionId}` : ''}`
}

/** A key for lists: a story stands there for its title and for its notes. */
export const hitKey = ({ kind, id }: SearchHit): string => `${kind} ${id}`

/** The words of an excerpt without their marks. */
export const excerptText = ({ excerpt }: SearchHit): string => excerpt.map(({ text }) => text).join('')

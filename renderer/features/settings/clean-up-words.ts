import type { CleanUpPreview, StoredRecordings } from '#contract/history'
import type { CleanUpWhat } from '#domain/history/clean-up'
import { formatBytes, plural } from '../shared/format.ts'

const NAMES = { audio: 'recording', attempts: 'attempt' } as const

/** `212 recordings`, `1 attempt`. */
export const cleanUpCount = (what: CleanUpWhat, count: number): string => plural(count, NAMES[what])

/** What was put aside. */
export const goneWords = (what: CleanUpWhat, count: number): string => `${cleanUpCount(what, count)} cleaned up`

/** What would go: `212 recordings of 14 stories, 402 MB`. */
export function previewLine(what: CleanUpWhat, { attemptIds, stories, bytes }: CleanUpPreview): string {
  const of = what === 'audio' ? 'of' : 'at'
  return `${cleanUpCount(what, attemptIds.length)} ${of} ${plural(stories.length, 'story', 'stories')}, ${formatBytes(bytes)}`
}

/** What stays though it is old or large enough; null when nothing does. */
export function keptLine({ kept }: CleanUpPreview): string | null {
  const pieces = [
    kept.favourite && plural(kept.favourite, 'favourite'),
    kept.newest && `the newest attempt of ${plural(kept.newest, 'story', 'stories')}`,
    kept.unwritten && `${plural(kept.unwritten, 'recording')} without a transcript`,
    kept.recording && 'what is being recorded',
  ].filter((piece) => piece !== 0 && piece !== undefined)
  if (pieces.length === 0) return null
  return `These stay: ${new Intl.ListFormat('en-GB').format(pieces as string[])}.`
}

/** How recordings lie on the disk, in a sentence. */
export function storedLine({ plain, compressed, savedBytes }: StoredRecordings): string {
  if (compressed.count === 0) return 'No recording is compressed.'
  const all =
    plain.count === 0
      ? 'Every recording is compressed'
      : `${plural(compressed.count, 'recording')} ${compressed.count === 1 ? 'is' : 'are'} compressed`
  return `${all}; that saves ${formatBytes(savedBytes)}.`
}

/** What stays in the form that it has. */
export const refusedLine = (count: number): string =>
  `${plural(count, 'recording')} ${count === 1 ? 'stays as it is' : 'stay as they are'}: damaged, or not recorded by Starbeat.`

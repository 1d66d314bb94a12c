import type { CoverageStatus } from '../coverage/coverage.ts'
import type { Part } from '../story.ts'

/** Words and the moment at which they were said, as `0:12`. */
export interface SaidWords {
  readonly time: string
  readonly text: string
}

/** A point with what proves it; for a missed one `closest` is the strongest near miss. */
export interface PointEntry {
  readonly status: CoverageStatus | null
  readonly text: string
  readonly remarks: readonly string[]
  readonly said: readonly SaidWords[]
  readonly closest: SaidWords | null
}

/** A piece of a document. All text is as users wrote or said it: writers escape it. */
export type Block =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [term: string, text: string])[] }
  | { readonly kind: 'points'; readonly level: 3 | 4; readonly part: Part; readonly points: readonly PointEntry[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What the user wrote, with its lines. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'speech'; readonly paragraphs: readonly SaidWords[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Something to be kept or printed, in any format. */
export interface ExportDocument {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Text in one line, without signs that are not to be seen. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()

/** The lines of a text, each in itself tidy; those without words are empty. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\u2028\u2029]/).map(oneLine)

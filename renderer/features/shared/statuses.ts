import type { CoverageStatus } from '#domain/coverage/coverage'

/** What became of a point, in a word. */
export const STATUS_NAMES: Readonly<Record<CoverageStatus, string>> = {
  covered: 'Covered',
  partial: 'Partial',
  missed: 'Missed',
}

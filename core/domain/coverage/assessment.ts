import type { SpokenHabits } from '../delivery/spoken-figures.ts'
import type { CoverageStatus } from './coverage.ts'
import type { Score } from './score.ts'

/** What lists and charts know of an attempt: its score, what became of each point (by id), how it was spoken. */
export interface Assessment {
  readonly score: Score | null
  readonly statuses: Readonly<Record<string, CoverageStatus>>
  readonly habits: SpokenHabits | null
}

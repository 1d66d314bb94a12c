import type { SpokenHabits } from '../delivery/spoken-figures.ts'

/** An answer as progress sees it. `readiness` (0-1) is null where it has no score, or was about some points only. */
export interface Answer extends SpokenHabits {
  readonly attemptId: string
  readonly storyId: string
  readonly startedAt: number
  readonly durationMs: number
  readonly readiness: number | null
}

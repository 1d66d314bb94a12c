import type { Shape } from './models.ts'
import type { Table } from './table.ts'

export interface BenchOptions {
  /** The model shapes that benches of the engine measure. */
  readonly shapes: readonly Shape[]
  /** How often each contestant has its turn, where a bench takes turns. */
  readonly rounds: number
}

/** One thing that is measured. `run` answers its tables; what cannot be measured here is said in a note. */
export interface Bench {
  /** What is held against what. */
  readonly about: string
  run(options: BenchOptions): Promise<Table[]>
}

import type { Bench } from './frame/bench.ts'

/** Every bench, in the order of docs/performance.md; each is read only when it is wanted. */
const FILES = {
  'start-up': () => import('./start-up.ts'),
  library: () => import('./library.ts'),
  practice: () => import('./practice.ts'),
  report: () => import('./report.ts'),
  judging: () => import('./judging.ts'),
  import: () => import('./import.ts'),
  compression: () => import('./compression.ts'),
  'growth-history': () => import('./growth-history.ts'),
  'growth-length': () => import('./growth-length.ts'),
  'finish-to-report': () => import('./finish-to-report.ts'),
  'engine-overhead': () => import('./engine-overhead.ts'),
  'engine-others': () => import('./engine-others.ts'),
  'engine-threads': () => import('./engine-threads.ts'),
  'engine-audio-context': () => import('./engine-audio-context.ts'),
  'engine-memory': () => import('./engine-memory.ts'),
  'model-speed': () => import('./model-speed.ts'),
} as const satisfies Record<string, () => Promise<{ bench: Bench }>>

export type BenchName = keyof typeof FILES
export const BENCHES = Object.keys(FILES) as readonly BenchName[]

export const isBench = (name: string): name is BenchName => Object.hasOwn(FILES, name)

export const load = async (name: BenchName): Promise<Bench> => (await FILES[name]()).bench

/** How long some work takes, in milliseconds, with its result. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const from = performance.now()
  const result = await work()
  return { result, ms: performance.now() - from }
}

/**
 * Measures contestants in turns, so that a busy moment hits all of them: each answers its own figure, `runs` times. The
 * order turns by one in every round, as the first after a pause has the cooler processor.
 */
export async function inTurns<N extends string>(
  runs: number,
  contestants: Readonly<Record<N, () => Promise<number>>>,
): Promise<Record<N, number[]>> {
  const names = Object.keys(contestants) as N[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<N, number[]>
  for (let run = 0; run < runs; run++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(run + i) % names.length]!
      figures[name][run] = await contestants[name]()
    }
  return figures
}

/** Long work cut into steps: each yields the fraction that is done, 0-1; the end returns the answer. */
export type Steps<T> = Generator<number, T, void>

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Steps that are the part from one fraction to another of longer ones. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + step.value * (to - from)
  }
}

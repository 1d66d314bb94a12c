/** Long work cut into steps: each yields the fraction that is done, 0-1; the end returns the answer. */
export type Steps<T> = Generator<number, T, void>

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

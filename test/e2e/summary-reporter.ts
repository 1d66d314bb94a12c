import type { FullResult, Reporter, TestCase } from '@playwright/test/reporter'

/** Ends the run with one plain line of counts, and says why tests were skipped. */
export default class SummaryReporter implements Reporter {
  private readonly tests = new Set<TestCase>()

  onTestEnd(test: TestCase): void {
    this.tests.add(test)
  }

  onEnd(_result: FullResult): void {
    const outcomes = [...this.tests].map((test) => test.outcome())
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
    for (const test of this.tests) {
      const reason = test.annotations.find((annotation) => annotation.type === 'skip')?.description
      if (reason) console.log(`skipped: ${test.title} (${reason})`)
    }
    const passed = count('expected') + count('flaky')
    console.log(`${passed} passed, ${count('unexpected')} failed, ${count('skipped')} skipped`)
  }
}

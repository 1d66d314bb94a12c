import { expect, type Locator, type Page } from '@playwright/test'

/** The stage: a prompt, a record button, the time. */
export class RehearsePage {
  readonly recording: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.recording = page.getByRole('region', { name: 'Recording' })
  }

  /** From a story's screen to the stage. */
  async enter(): Promise<void> {
    await this.page
      .getByRole('button', { name: 'Rehearse' })
      .or(this.page.getByRole('link', { name: 'Rehearse' }))
      .first()
      .click()
    await this.button('Record').waitFor()
  }

  button(name: string): Locator {
    return this.recording.getByRole('button', { name, exact: true })
  }

  /** Resolves when the light is on: the first sound has arrived. */
  async record(): Promise<void> {
    await this.page.keyboard.press('Space')
    await this.button('Finish').waitFor()
  }

  /** Resolves when at least so many seconds are recorded, by the screen's own clock. */
  async untilRecorded(seconds: number): Promise<void> {
    const clock = this.recording.getByLabel('Time recorded')
    await expect
      .poll(async () => secondsOf(await clock.innerText()), { timeout: (seconds + 20) * 1000 })
      .toBeGreaterThanOrEqual(seconds)
  }

  /** Ends the recording and stops at its report. */
  async finish(): Promise<void> {
    await this.page.keyboard.press('Space')
    await this.page.waitForURL(/#\/attempts\//)
  }
}

const secondsOf = (text: string): number => {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(text) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

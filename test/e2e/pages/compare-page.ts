import type { Locator, Page } from '@playwright/test'

/** Two attempts at a story, compared. */
export class ComparePage {
  readonly line: Locator
  readonly points: Locator
  readonly words: Locator
  readonly delivery: Locator
  readonly recordings: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.line = page.getByText(/(longer|shorter|the same length)$/)
    this.points = page.getByRole('region', { name: 'Points' })
    this.words = page.getByRole('region', { name: 'Words' })
    this.delivery = page.getByRole('region', { name: 'Delivery' })
    this.recordings = page.getByRole('region', { name: 'Recordings' })
  }

  play(letter: 'A' | 'B'): Locator {
    return this.page.getByRole('button', { name: `Play ${letter}`, exact: true })
  }

  pause(letter: 'A' | 'B'): Locator {
    return this.page.getByRole('button', { name: `Pause ${letter}`, exact: true })
  }

  /** The points that can be heard in both. */
  get playable(): Locator {
    return this.points.getByRole('button', { name: /^Play in both/, disabled: false })
  }
}

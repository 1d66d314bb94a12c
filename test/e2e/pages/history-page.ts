import type { Locator, Page } from '@playwright/test'

/** Every attempt at a story on a timeline. */
export class HistoryPage {
  readonly attempts: Locator
  readonly selection: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.attempts = page.getByRole('grid', { name: 'Attempts' })
    this.selection = page.getByRole('region', { name: 'Selection' })
  }

  /** The rows in view and a few around them, newest first. */
  get rows(): Locator {
    return this.attempts.getByRole('row')
  }

  /** Brings the keyboard to a row, as Tab and arrows do. */
  async focus(nth: number): Promise<Locator> {
    const row = this.rows.nth(nth)
    await row.focus()
    return row
  }

  filter(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }
}

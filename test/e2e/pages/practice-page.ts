import type { Locator, Page } from '@playwright/test'

/** Practice: its tabs, a session's stage and what lies between two prompts. */
export class PracticePage {
  readonly due: Locator
  readonly ratings: Locator
  readonly told: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.due = page.getByRole('grid', { name: 'Due today' })
    this.ratings = page.getByRole('group', { name: /How did it go/ })
    this.told = page.getByRole('button', { name: /The story you told/ })
  }

  /** From any screen, by keyboard. */
  async open(): Promise<void> {
    await this.page.keyboard.press('g')
    await this.page.keyboard.press('p')
    await this.page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor()
  }

  async tab(name: 'Due today' | 'Drill' | 'Mock interview' | 'Stories for questions'): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** Goes on to the next prompt of a session. */
  async next(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
  }
}

import type { Locator, Page } from '@playwright/test'

/** Welcome, Library and the import preview: the way from a file to a story. */
export class LibraryPage {
  readonly stories: Locator
  readonly search: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.stories = page.getByRole('grid', { name: 'Stories' })
    this.search = page.getByRole('searchbox', { name: 'Find a story' })
  }

  /** Leaves the Welcome screen of a first run. */
  async enter(): Promise<void> {
    await this.page.getByRole('button', { name: /Go to the Library|Skip for now/ }).click()
    await this.page.getByRole('heading', { name: 'Library', level: 1 }).waitFor()
  }

  /** Chooses files as a user does and stops at the preview. */
  async chooseFiles(...files: string[]): Promise<void> {
    await this.page.keyboard.press('i')
    const choosing = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose files…' }).click()
    await (await choosing).setFiles(files)
    await this.understood.waitFor()
  }

  get understood(): Locator {
    return this.page.getByRole('region', { name: 'What was understood' }).first()
  }

  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Accept|Import|Add|Update)/ }).click()
    await this.page.getByRole('heading', { name: 'Library', level: 1 }).waitFor()
  }

  async import(...files: string[]): Promise<void> {
    await this.chooseFiles(...files)
    await this.accept()
  }

  story(title: string | RegExp): Locator {
    return this.stories.getByRole('row', { name: title })
  }

  async openStory(title: string | RegExp): Promise<void> {
    await this.story(title).click()
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor()
  }
}

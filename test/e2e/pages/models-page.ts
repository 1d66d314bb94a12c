import type { Locator, Page } from '@playwright/test'

/** The page of speech models in Settings. */
export class ModelsPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByRole('heading', { name: 'Speech models', level: 1 }).waitFor()
  }

  async useMirror(url: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Mirror' }).fill(url)
    await this.page.getByRole('button', { name: 'Use', exact: true }).click()
  }

  /** A button of a download by its accessible name: `Download tiny.en`, `Pause tiny.en`… */
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** How far a download has come, with its words. */
  progress(words: string | RegExp): Locator {
    return this.page.getByRole('progressbar', { name: words })
  }

  /** A model on this machine. */
  model(name: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${name.replaceAll('.', '\\.')}`) })
  }
}

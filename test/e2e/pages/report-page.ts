import type { Locator, Page } from '@playwright/test'

/** The report of an attempt. */
export class ReportPage {
  readonly line: Locator
  readonly progress: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.line = page.getByText(/\d+ of \d+ points?/).first()
    this.progress = page.getByRole('progressbar', { name: /Writing down|Waking/ })
  }

  /** The status of a point, as its button says it. */
  point(text: string, status: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${status}.*: .*${text}`) })
  }

  async override(text: string, status: 'Covered' | 'Partial' | 'Missed' | 'As judged by Starbeat'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`: .*${text}`) }).click()
    await this.page.getByRole('menuitem', { name: status }).click()
  }

  /** The transcript while the words that say a point are chosen from it. */
  get choosing(): Locator {
    return this.page.getByRole('listbox', { name: /Which words said/ })
  }

  /** What stands under a point about why it was judged so. */
  async why(text: string): Promise<Locator> {
    const button = this.page.getByRole('button', { name: new RegExp(`^Why\\? .*${text}`) })
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
    return this.page.getByRole('listitem').filter({ has: button }).locator('dl')
  }

  /** The whole transcript. */
  async text(): Promise<string> {
    await this.page.getByRole('button', { name: 'Correct', exact: true }).click()
    const text = await this.page.getByRole('textbox', { name: 'Transcript' }).inputValue()
    await this.page.keyboard.press('Escape')
    return text
  }

  word(text: string): Locator {
    return this.page.getByRole('button', { name: text, exact: true }).first()
  }

  /** Where the recording is played, in whole seconds, by the screen's own clock. */
  async position(): Promise<number> {
    const text = await this.page.getByRole('region', { name: 'Recording' }).innerText()
    const [, minutes, seconds] = /(\d+):(\d\d)\s*\//.exec(text) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }
}

import { expect, type Locator, type Page } from '@playwright/test'

/** The page "Backup and restore" in Settings. */
export class BackupsPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByRole('heading', { name: 'Backup and restore', level: 1 }).waitFor()
    await this.page.getByRole('button', { name: 'Make a backup' }).waitFor()
  }

  /** Makes a backup of everything and saves it under a path. */
  async make(path: string): Promise<void> {
    const download = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: 'Make a backup' }).click()
    await (await download).saveAs(path)
  }

  async choose(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose a backup file…' }).click()
    await (await chooser).setFiles(path)
  }

  /** What asks before a restore. */
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Restore / })
  }

  /** A row of the comparison: what is in the backup, and what is here. */
  counts(name: string): Locator {
    return this.dialog.getByRole('row', { name }).getByRole('cell')
  }

  /** Says yes, and waits until the page is there again. */
  async accept(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(this.page.getByText('Restored', { exact: true })).toBeVisible()
  }

  list(name: 'Daily copies' | 'Set aside'): Locator {
    return this.page.getByRole('list', { name }).getByRole('listitem')
  }

  get refusal(): Locator {
    return this.page.getByRole('alert')
  }
}

import type { Locator, Page } from '@playwright/test'

/** The command palette. */
export class PalettePage {
  readonly dialog: Locator
  readonly field: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Command palette' })
    this.field = this.dialog.getByRole('searchbox').or(this.dialog.getByRole('textbox'))
  }

  /** Opens it from wherever one is, and types. */
  async find(query: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.field.waitFor()
    await this.page.keyboard.type(query)
  }

  item(name: string | RegExp): Locator {
    return this.dialog.getByRole('menuitem', { name }).or(this.dialog.getByRole('option', { name })).first()
  }

  /** Takes an item by keyboard alone. */
  async take(name: string | RegExp): Promise<void> {
    const item = this.item(name)
    await item.waitFor()
    while ((await item.getAttribute('data-focused')) === null) await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
    await this.dialog.waitFor({ state: 'detached' })
  }
}

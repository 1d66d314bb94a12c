import { expect, type Locator, type Page } from '@playwright/test'

/** A document that only a test knows: its name and its text or bytes. */
export interface TestDocument {
  readonly name: string
  readonly content: string | Buffer
}

const asFile = ({ name, content }: TestDocument) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

/** The import: its first page, the preview of a document, the line of documents. */
export class ImportPage {
  readonly stories: Locator
  readonly source: Locator
  readonly understood: Locator
  readonly corrections: Locator
  readonly documents: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.stories = page.getByRole('grid', { name: 'Stories in this document' })
    this.source = page.getByRole('region', { name: 'The document' })
    this.understood = page.getByRole('region', { name: 'What was understood' }).first()
    this.corrections = page.getByText(/corrections?( from the last import)?$/)
    this.documents = page.getByRole('toolbar', { name: 'Documents' })
  }

  /** From the Library to the first page of an import. */
  async open(): Promise<void> {
    await this.page.keyboard.press('i')
    await this.page.getByRole('heading', { name: 'Import', level: 1 }).waitFor()
  }

  /** Chooses documents on the first page, without waiting for what comes of them. */
  async choose(...documents: TestDocument[]): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose files…' }).click()
    await (await choosing).setFiles(documents.map(asFile))
  }

  /** From the Library to the preview of documents. */
  async preview(...documents: TestDocument[]): Promise<void> {
    await this.open()
    await this.choose(...documents)
    await this.understood.waitFor()
  }

  row(text: string | RegExp): Locator {
    return this.stories.getByRole('row', { name: text }).first()
  }

  /** A row with the keyboard in it. */
  async focus(text: string | RegExp): Promise<void> {
    const row = this.row(text)
    // Beside the words, where no button is.
    await row.click({ position: { x: 4, y: 4 } })
    await expect(row).toBeFocused()
  }

  /** The button that says what part a point has. */
  part(text: string | RegExp): Locator {
    return this.row(text).getByRole('button', { name: /: change$/ })
  }

  async expectPart(text: string | RegExp, part: string): Promise<void> {
    await expect(this.part(text)).toHaveAccessibleName(`${part}: change`)
  }

  async pick(opener: Locator, item: string): Promise<void> {
    await opener.click()
    await this.page.getByRole('menuitem', { name: item }).click()
    await this.page.getByRole('menu').waitFor({ state: 'detached' })
  }

  async mark(text: string | RegExp, as: string): Promise<void> {
    await this.pick(this.part(text), as)
  }

  async doWithStory(title: string, item: string): Promise<void> {
    await this.pick(this.stories.getByRole('button', { name: `More for ${title}` }), item)
  }

  tab(name: 'Stories' | 'Questions' | 'To look at' | 'Not in a story'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) })
  }

  line(number: number): Locator {
    return this.source.locator(`[data-line="${number}"]`)
  }

  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: /^Accept( update)?$/ }).click()
    await this.page.getByRole('heading', { name: 'Library', level: 1 }).waitFor()
  }
}

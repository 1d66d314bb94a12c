import { expect, test } from './app.ts'
import { NO_STORY, ONE, TWO } from './documents.ts'
import { ImportPage, type TestDocument } from './pages/import-page.ts'
import { LibraryPage } from './pages/library-page.ts'

/** Documents that tell different stories under different names. */
const documents = (count: number): TestDocument[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `many${index + 1}.md`,
    content: `# Notes ${index + 1}\n\n${String(ONE.content).replaceAll('The tank', `The tank ${index + 1}`)}`,
  }))

test('accepting all shows one progress, and a cancel stops before the next document', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview(...documents(40))
  const all = page.getByRole('button', { name: 'Accept all 40' })
  await expect(all).toBeEnabled()
  // The cancel must come before the last document, however fast they go.
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const heading = document.querySelector('h1')?.textContent
      const cancel = [...document.querySelectorAll('main button')].find((each) => each.textContent === 'Cancel')
      if (heading !== 'Importing 40 documents' || !cancel) return
      observer.disconnect()
      document.body.dataset.strips = String(document.querySelectorAll('main [role=toolbar], main [role=grid]').length)
      ;(cancel as HTMLElement).click()
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })
  await all.click()
  await expect(page.getByText(/^\d+ documents? imported$/)).toBeVisible()
  await expect(preview.documents).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-strips', '0')
  const left = await page.getByRole('button', { name: /^Accept all \d+/ }).textContent()
  expect(Number(left?.match(/\d+/)?.[0])).toBeGreaterThan(30)
})

test('all are accepted, but for what would replace stories that were just imported', async ({ start }) => {
  const page = await (await start()).open()
  const library = new LibraryPage(page)
  await library.enter()
  const titled = (name: string, ...stories: TestDocument[]): TestDocument => ({
    name,
    content: `# Stories\n\n${stories.map(({ content }) => content).join('\n')}`,
  })
  const [three, four] = documents(2) as [TestDocument, TestDocument]
  const preview = new ImportPage(page)
  await preview.preview(titled('a.md', ONE, TWO), titled('b.md', ONE), three, four, NO_STORY)
  await preview.documents.getByRole('button', { name: 'many2.md' }).click()
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.getByRole('button', { name: 'Accept all 3' }).click()
  await expect(page.getByRole('heading', { name: '2 documents imported', level: 1 })).toBeVisible()
  const left = page.getByRole('list', { name: 'Not imported' }).getByRole('listitem')
  await expect(left).toHaveText([
    /^b\.md.*Would replace 1 story of “Stories”: look at it/,
    /^list\.md.*No story was found/,
  ])
  await left.first().getByRole('button', { name: 'Look at it' }).click()
  await expect(preview.understood).toContainText('Updates “Stories”: 0 added, 0 changed, 1 kept, 1 removed')
  await page.getByRole('button', { name: 'Cancel import' }).click()
  await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor()
  await expect(
    page.getByText('1 document was not imported.').or(page.getByText('2 documents were not imported.')),
  ).toBeVisible()
})

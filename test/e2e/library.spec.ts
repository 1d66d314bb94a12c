import { BANK, expect, STORY, test } from './app.ts'
import { LibraryPage } from './pages/library-page.ts'

test('a first run tries the sample bank', async ({ start }) => {
  const page = await (await start()).open()
  await page.getByRole('button', { name: 'Try the sample bank' }).click()
  await expect(page.getByText('6 stories are in your Library.')).toBeVisible()
  const library = new LibraryPage(page)
  await library.enter()
  await expect(library.stories.getByRole('row')).toHaveCount(6)
})

test('an import shows what it understood, and stores it only when it is accepted', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open()
  const library = new LibraryPage(page)
  await library.enter()
  await library.chooseFiles(BANK)
  await expect(library.understood).toContainText('2 stories')
  await expect(page.getByText('Our build pipeline took 90 minutes').last()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto(starbeat.address('/library'))
  await expect(page.getByText(STORY)).toHaveCount(0)

  await library.import(BANK)
  await expect(library.story(STORY)).toBeVisible()
  await library.search.fill('customer')
  await expect(library.story(STORY)).toHaveCount(0)
  await expect(library.story(/helped a customer/)).toBeVisible()
})

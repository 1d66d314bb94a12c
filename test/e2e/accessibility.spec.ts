import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ANSWER_WAV, BANK, expect, MICRO_MODEL, STORY, test } from './app.ts'
import { LibraryPage } from './pages/library-page.ts'
import { RehearsePage } from './pages/rehearse-page.ts'
import { ReportPage } from './pages/report-page.ts'

async function check(page: Page, screen: string): Promise<void> {
  // Colours on their way from one to another are nobody's contrast.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${screen}: ${id} at ${nodes.map((node) => node.target).join(', ')}`)
  expect.soft(found).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen (${colorScheme})`, async ({ start }) => {
    test.setTimeout(180_000)
    const starbeat = await start({ modelFile: MICRO_MODEL })
    const page = await starbeat.open({ microphone: ANSWER_WAV, colorScheme, viewport: { width: 900, height: 600 } })
    await check(page, 'Welcome')
    const library = new LibraryPage(page)
    await library.enter()
    await check(page, 'empty Library')
    await library.chooseFiles(BANK)
    await check(page, 'Import preview')
    await library.accept()
    await check(page, 'Library')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await check(page, 'Shortcuts')
    await page.keyboard.press('Escape')

    await library.openStory(STORY)
    await check(page, 'Story')
    const rehearsal = new RehearsePage(page)
    await rehearsal.enter()
    await check(page, 'Rehearse, idle')
    await rehearsal.record()
    await rehearsal.untilRecorded(8)
    await check(page, 'Rehearse, recording')
    await rehearsal.finish()
    await expect(new ReportPage(page).line).toContainText(/of 9 points/)
    await check(page, 'Report')
    await page.goto(starbeat.address('/settings'))
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await check(page, 'Settings')
  })
}

test('everything that matters can be done by keyboard alone', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  await page.getByRole('button', { name: 'Try the sample bank' }).focus()
  await press('Enter')
  await expect(page.getByText('6 stories are in your Library.')).toBeVisible()
  await page.getByRole('button', { name: 'Go to the Library' }).focus()
  await press('Enter')
  const library = new LibraryPage(page)
  await expect(library.stories.getByRole('row')).toHaveCount(6)

  await press('/')
  await expect(library.search).toBeFocused()
  await press('Escape')
  await library.stories.getByRole('row').first().focus()
  await press('ArrowDown', 'Enter')
  await page
    .getByRole('button', { name: 'Rehearse' })
    .or(page.getByRole('link', { name: 'Rehearse' }))
    .first()
    .waitFor()
  await press('r')
  await page.waitForURL(/#\/rehearse\//)
  const rehearsal = new RehearsePage(page)
  await rehearsal.button('Record').waitFor()
  await press('3', 'Space')
  await rehearsal.button('Finish').waitFor()
  await rehearsal.untilRecorded(1)
  await press('p')
  await rehearsal.button('Go on').first().waitFor()
  await press('p')
  await rehearsal.button('Finish').first().waitFor()
  await press('Space')
  await page.waitForURL(/#\/attempts\//)
  await expect(page.getByText('off book')).toBeVisible()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await press(']', 'c')
  await expect(new ReportPage(page).line).toContainText(/1 of \d+ points/)
  await press('x')
  await press('Escape')
  await page.waitForURL(/#\/stories\//)
})

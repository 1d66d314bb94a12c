import { expect, test } from './app.ts'
import { check } from './axe.ts'
import { NO_STORY, POND, POND_EDITED, TOLD } from './documents.ts'
import { ImportPage } from './pages/import-page.ts'
import { LibraryPage } from './pages/library-page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the import (${colorScheme})`, async ({ start }) => {
    test.setTimeout(180_000)
    const page = await (await start()).open({ colorScheme })
    const library = new LibraryPage(page)
    await library.enter()
    const preview = new ImportPage(page)
    await preview.open()
    await check(page, 'first page')
    await preview.choose(POND, TOLD, NO_STORY)
    await preview.understood.waitFor()
    await check(page, 'stories')
    await preview.focus('I called the plumber')
    await check(page, 'a selected point')
    await preview.part('I called the plumber').click()
    await page.getByRole('menu').waitFor()
    await check(page, 'the menu of a point')
    await page.keyboard.press('Escape')
    for (const name of ['Questions', 'To look at', 'Not in a story'] as const) {
      await preview.tab(name).click()
      await check(page, name)
    }
    await preview.documents.getByRole('button', { name: 'told.md' }).click()
    await expect(preview.row('How the choir came back')).toBeVisible()
    await check(page, 'guesses')
    await preview.tab('To look at').click()
    await check(page, 'guesses to look at')
    await preview.documents.getByRole('button', { name: 'list.md' }).click()
    await check(page, 'no story')
    await page.getByRole('button', { name: /^Accept all/ }).click()
    await expect(page.getByRole('list', { name: 'Not imported' })).toBeVisible()
    await check(page, 'what was not imported')
    await page.getByRole('button', { name: 'Go to the Library' }).click()

    await page.setViewportSize({ width: 900, height: 600 })
    await preview.preview(POND_EDITED)
    await check(page, 'an update')
    await page.getByRole('radio', { name: 'Document' }).click({ force: true })
    await check(page, 'the document alone')
  })
}

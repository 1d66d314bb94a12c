import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { ONE, POND, TWO } from './documents.ts'
import { ImportPage } from './pages/import-page.ts'
import { LibraryPage } from './pages/library-page.ts'

const isOnBody = (page: Page) => page.evaluate(() => document.activeElement === document.body)
const keepsFocus = (page: Page) => expect.poll(() => isOnBody(page)).toBe(false)

test('the keyboard is never nowhere', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview(POND)

  await preview.focus('The frozen inlet')
  await page.keyboard.press('x')
  await expect(preview.tab('Stories')).toContainText('1')
  await keepsFocus(page)
  await preview.focus('The pump')
  await page.keyboard.press('x')
  await expect(page.getByRole('heading', { name: 'You dropped all stories' })).toBeVisible()
  const accept = page.getByRole('button', { name: 'Accept', exact: true })
  await expect(accept).toBeDisabled()
  await expect(accept).toHaveAccessibleDescription('You dropped all stories. Undo brings them back.')
  const undo = page.getByRole('tabpanel').getByRole('button', { name: 'Undo' })
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(preview.tab('Stories')).toContainText('1')
  await expect(preview.row('The pump')).toBeFocused()
  // The list came back: its keys work.
  await page.keyboard.press('ArrowLeft')
  await expect(preview.row('The pump')).toBeFocused()
  await expect(preview.row('I called the plumber')).toHaveCount(0)

  const back = page.getByRole('button', { name: 'Undo', exact: true })
  await back.focus()
  await page.keyboard.press('Enter')
  await expect(back).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Redo' })).toBeFocused()
  await page.getByRole('button', { name: 'Fold all', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Unfold all' })).toBeFocused()
  await page.keyboard.press('Enter')

  await preview.tab('Questions').click()
  await page.getByRole('button', { name: 'Not a question' }).click()
  await expect(preview.tab('Questions')).toContainText('0')
  await keepsFocus(page)

  await preview.tab('Not in a story').click()
  const loose = page.getByRole('grid', { name: 'Not in a story' }).getByRole('row')
  for (let left = await loose.count(); left > 0; left--) {
    await loose.first().click({ position: { x: 4, y: 4 } })
    await page.keyboard.press('b')
    await expect(loose).toHaveCount(left - 1)
    await keepsFocus(page)
  }
})

test('in a narrow window the document is shown and left again by key', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview(POND)
  await page.setViewportSize({ width: 800, height: 700 })
  await preview.focus('I called the plumber')
  await page.keyboard.press('v')
  await expect(preview.source).toBeFocused()
  await page.keyboard.press('v')
  await expect(preview.row('I called the plumber')).toBeFocused()
  await page.keyboard.press('v')
  await expect(preview.source).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(preview.row('I called the plumber')).toBeFocused()
})

test('what cannot be done says why', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview(POND)
  await preview.focus('The pump of our fish farm')
  await page.keyboard.press('b')
  await expect(page.getByText('The story begins here already.')).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByText('There is no story above.')).toBeVisible()
})

test('undo brings what it changed into view, on its tab', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview(POND)
  await preview.focus('I called the plumber')
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Fold all', exact: true }).click()
  await preview.tab('Questions').click()
  await page.keyboard.press('Control+z')
  await expect(preview.tab('Stories')).toHaveAttribute('aria-selected', 'true')
  await preview.expectPart('I called the plumber', 'Action')
})

test('files that hold no text say what they are', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.open()
  await preview.choose(
    { name: 'empty.md', content: ' \n' },
    { name: 'scan.pdf', content: '%PDF-1.4 text' },
    { name: 'broken.docx', content: 'no Word at all' },
  )
  const inLine = (name: string) => preview.documents.getByRole('button', { name })
  await expect(page.getByRole('heading', { name: 'This document is empty.' })).toBeVisible()
  const accept = page.getByRole('button', { name: 'Accept', exact: true })
  await expect(accept).toHaveAccessibleDescription('This document is empty.')
  await inLine('scan.pdf').click()
  await expect(page.getByRole('heading', { name: '“scan.pdf”: this is a PDF' })).toBeVisible()
  await inLine('broken.docx').click()
  await expect(page.getByText('this Word document is damaged or is no Word document')).toBeVisible()

  await inLine('broken.docx').press('Home')
  await expect(inLine('empty.md')).toBeFocused()
  await page.keyboard.press('End')
  await expect(inLine('broken.docx')).toBeFocused()
  await page.getByRole('button', { name: 'Cancel import' }).click()
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Bring them back' }).click()
  await expect(preview.documents.getByRole('button')).toHaveCount(3)
})

test('pasted text outlives its preview and the page', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.open()
  const field = page.getByRole('textbox', { name: 'From pasted text' })
  await field.fill(String(ONE.content))
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Library' }).first().click()
  await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor()
  await preview.open()
  await expect(field).toHaveValue(String(ONE.content))
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(preview.row('The tank')).toBeVisible()

  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, String(TWO.content))
  await expect(preview.documents.getByRole('button')).toHaveCount(2)
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect(preview.row('The bridge')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(field).toHaveValue(String(TWO.content))
})

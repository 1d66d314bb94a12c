import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, FIXTURES, test } from './app.ts'
import { manyStories, NO_STORY, ONE, ORG, PAGE, PICTURE, POND, POND_EDITED, TABLE, TWO } from './documents.ts'
import { ImportPage } from './pages/import-page.ts'
import { LibraryPage } from './pages/library-page.ts'

for (const document of [TABLE, ORG, PAGE]) {
  test(`a ${document.name.split('.')[1]} document becomes stories`, async ({ start }) => {
    const page = await (await start()).open()
    const library = new LibraryPage(page)
    await library.enter()
    const preview = new ImportPage(page)
    await preview.preview(document)
    await preview.expectPart('I taught four farmers in a week', 'Action')
    await preview.accept()
    await expect(library.story('The mill')).toBeVisible()
  })
}

test('a Word document becomes stories', async ({ start }) => {
  const file = join(FIXTURES, 'banks/word.docx')
  test.skip(!existsSync(file), 'the fixture word.docx is not here')
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview({ name: 'word.docx', content: readFileSync(file) })
  await expect(preview.stories.getByRole('row').first()).toBeVisible()
  await preview.accept()
})

test('importing an edited document again shows what changes and keeps the corrections', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open()
  const library = new LibraryPage(page)
  await library.enter()
  const preview = new ImportPage(page)
  await preview.preview(POND)
  await preview.mark('I carried water with buckets', 'Task')
  await preview.accept()

  await preview.preview(POND_EDITED)
  await expect(preview.understood).toContainText('Updates “Pond notes”: 1 added, 1 changed, 0 kept, 1 removed')
  await expect(preview.corrections).toHaveText('1 correction from the last import')
  await preview.expectPart('I carried water with buckets', 'Task')
  await expect(preview.row('The pump')).toContainText('changed')
  await expect(preview.row('The heron')).toContainText('added')
  await expect(preview.row('I woke the mayor')).toContainText(/added|changed/)
  await expect(preview.row('The frozen inlet')).toContainText('removed')
  await page.getByText('Only what changes').click()
  await expect(preview.row('The pump')).toBeVisible()
  await preview.accept()
  await expect(library.story('The heron')).toBeVisible()
  await expect(library.story('The frozen inlet')).toHaveCount(0)
  await library.openStory('The pump')
  await expect(page.getByRole('region', { name: 'Task' })).toContainText('I carried water with buckets')
})

test('several documents stand in line and are accepted together', async ({ start }) => {
  const page = await (await start()).open()
  const library = new LibraryPage(page)
  await library.enter()
  const preview = new ImportPage(page)
  await preview.preview(ONE, TWO, NO_STORY, PICTURE)
  const inLine = (name: string) => preview.documents.getByRole('button', { name })
  await expect(inLine('two.md')).toContainText('1 story')
  await expect(inLine('list.md')).toContainText('no story')
  await expect(inLine('photo.png')).toContainText('cannot be read')

  await inLine('two.md').click()
  await expect(page.getByRole('heading', { name: 'two.md', level: 1 })).toBeVisible()
  await preview.mark('I called the plumber', 'Result')
  await inLine('photo.png').click()
  await expect(page.getByText('“photo.png”: this is a picture')).toBeVisible()
  await inLine('two.md').click()
  await preview.expectPart('I called the plumber', 'Result')

  await page.getByRole('button', { name: 'Accept all 2' }).click()
  await expect(page.getByRole('heading', { name: '2 documents imported', level: 1 })).toBeVisible()
  const left = page.getByRole('list', { name: 'Not imported' }).getByRole('listitem')
  await expect(left).toHaveCount(2)
  await page.getByRole('button', { name: 'Go to the Library' }).click()
  await library.openStory('The bridge')
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('I called the plumber')
})

test('a folder is walked, and what is no document is left out', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const folder = mkdtempSync(join(tmpdir(), 'starbeat-notes-'))
  for (const path of ['b.md', 'below/a.txt', 'scan.pdf', '.trash/old.md', 'node_modules/readme.md']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path.endsWith('a.txt') ? TWO.content : ONE.content)
  }
  const preview = new ImportPage(page)
  await preview.open()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await (await choosing).setFiles(folder)
  await expect(preview.documents.getByRole('button')).toHaveText([/^b\.md/, /^a\.txt/])
  await expect(page.getByText('1 other file was left out.')).toBeVisible()
  rmSync(folder, { recursive: true })
})

test('files dropped on the window are previewed', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], 'dropped.md'))
    for (const name of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, String(ONE.content))
  await expect(page.getByRole('heading', { name: 'dropped.md', level: 1 })).toBeVisible()
  await expect(new ImportPage(page).row('The tank')).toBeVisible()
})

test('a large document shows how far it is and can be cancelled', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.open()
  await preview.choose(manyStories(3500))
  await expect(page.getByRole('progressbar', { name: 'Reading many.md…' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).last().click()
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  await preview.choose(ONE)
  await expect(preview.row('The tank')).toBeVisible()
})

test('text pasted anywhere on the first page is previewed', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.open()
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, String(ONE.content))
  await expect(preview.row('The tank')).toBeVisible()
})

test('a document without stories offers to make some of it', async ({ start }) => {
  const page = await (await start()).open()
  const library = new LibraryPage(page)
  await library.enter()
  const preview = new ImportPage(page)
  await preview.preview({
    name: 'plain.txt',
    content: 'The bakery stood still for a day. Nobody knew the reason. The oven was mended by noon.\n',
  })
  await expect(page.getByRole('heading', { name: 'No story was found here' })).toBeVisible()
  await page.getByRole('button', { name: 'Make it a story' }).first().click()
  await expect(preview.tab('Stories')).toContainText('1')
  await preview.accept()
  await expect(library.stories.getByRole('row')).toHaveCount(1)
})

test('a skipped document with corrections can be brought back', async ({ start }) => {
  const page = await (await start()).open()
  await new LibraryPage(page).enter()
  const preview = new ImportPage(page)
  await preview.preview(ONE)
  await preview.mark('I called the plumber', 'Learning')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await preview.expectPart('I called the plumber', 'Learning')
})

test('a bank is exported as Markdown that imports to the same stories', async ({ start }) => {
  const page = await (await start()).open()
  const library = new LibraryPage(page)
  await library.enter()
  const preview = new ImportPage(page)
  await preview.preview(POND)
  await preview.accept()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More for Pond notes' }).click()
  await page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/\.md$/)
  expect(readFileSync(await saved.path(), 'utf8')).toContain('I carried water with buckets for six hours')
})

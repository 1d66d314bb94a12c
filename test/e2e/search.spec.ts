import { ANSWER_WAV, BANK, expect, MICRO_MODEL, STORY, test } from './app.ts'
import { LibraryPage } from './pages/library-page.ts'
import { PalettePage } from './pages/palette-page.ts'
import { RehearsePage } from './pages/rehearse-page.ts'
import { ReportPage } from './pages/report-page.ts'

test('a point, a note and a spoken word are found, and lead to their moment', async ({ start }) => {
  test.setTimeout(120_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const library = new LibraryPage(page)
  const palette = new PalettePage(page)
  const report = new ReportPage(page)
  await library.enter()
  await library.import(BANK)
  await library.openStory(STORY)
  const rehearsal = new RehearsePage(page)
  await rehearsal.enter()
  await rehearsal.record()
  await rehearsal.untilRecorded(14)
  await rehearsal.finish()
  await expect(report.line).toContainText('of 9 points')
  await page.getByRole('button', { name: /^Write a note on/ }).click()
  await page.keyboard.type('Breathe before the déjà-vu number')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Note on .*Breathe/ })).toBeVisible()

  const hits = page.getByRole('grid', { name: 'Found in points, notes and recordings' })
  const marks = (row: string | RegExp) => hits.getByRole('row').filter({ hasText: row }).first().locator('mark')

  await test.step('in the Library, from the field into the hits by arrow', async () => {
    await page.goto(starbeat.address('/library'))
    await library.stories.waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('ownership pipel')
    await expect(marks(/No one was taking ownership/).first()).toHaveText('ownership')
    await expect(hits).toContainText('Said in Tell me about a time')
    await library.search.press('ArrowDown')
    await expect(hits.getByRole('row').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/stories\//)
  })

  await test.step('a note without its accents', async () => {
    await page.goto(starbeat.address('/library'))
    await library.stories.waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('deja')
    await expect(marks(/Note of an attempt/)).toHaveText('déjà-vu')
    await page.keyboard.press('Escape')
    await expect(hits).toHaveCount(0)
    await expect(library.search).toBeFocused()
  })

  await test.step('signs of the index, emoji and one letter are no error and find nothing', async () => {
    for (const query of ['"', '(', '*', 'NEAR(', '🚀', 'a', '-', 'x'.repeat(400)]) {
      await library.search.fill(query)
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expect(hits).toHaveCount(0)
    }
    await library.search.fill('Bakery')
    await expect(marks(/A bakery on our street/)).toHaveText('bakery')
  })

  await test.step('a spoken word by the palette: the recording stands at its moment', async () => {
    await palette.find('reduce the build')
    await palette.take(/Said in/)
    await page.waitForURL(/#\/attempts\/.*\?at=\d+/)
    await report.line.waitFor()
    await expect.poll(() => report.position()).toBeGreaterThan(8)
    await expect.poll(() => report.position()).toBeLessThan(14)
  })
})

test('the palette goes anywhere, does what the screen does, and gives the focus back', async ({ start }) => {
  const page = await (await start()).open({ microphone: ANSWER_WAV })
  const library = new LibraryPage(page)
  const palette = new PalettePage(page)
  await library.enter()
  await library.import(BANK)

  await test.step('what is about the row in focus finds it again', async () => {
    await library.story('Tell me about a time you helped a customer').focus()
    await palette.find('rehearse the story in')
    await palette.take('Rehearse the story in focus')
    await page.waitForURL(/#\/rehearse\//)
    await expect(page.getByText('you helped a customer').first()).toBeVisible()
  })

  await test.step('from the stage while recording: what was said is kept', async () => {
    const rehearsal = new RehearsePage(page)
    await rehearsal.button('Record').waitFor()
    await rehearsal.record()
    await rehearsal.untilRecorded(2)
    await palette.find('progress')
    await palette.take('Progress')
    await page.waitForURL(/#\/progress$/)
    await expect(page.getByText(/^Your recording of 0:0\d is kept$/)).toBeVisible()
  })

  await test.step('from a field; its own key and Escape close it, and the field has the focus again', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await library.stories.waitFor()
    await page.keyboard.press('/')
    for (const key of ['Control+k', 'Escape']) {
      await palette.find('night')
      await page.keyboard.press(key)
      await expect(palette.dialog).toHaveCount(0)
      await expect(library.search).toBeFocused()
    }
    await expect(library.search).toHaveValue('')
  })
})

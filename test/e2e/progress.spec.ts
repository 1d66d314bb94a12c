import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ANSWER_WAV, BANK, expect, MICRO_MODEL, STORY, test, usesElectron } from './app.ts'
import { LibraryPage } from './pages/library-page.ts'
import { RehearsePage } from './pages/rehearse-page.ts'
import { ReportPage } from './pages/report-page.ts'
import { writeToldHistory } from './told-history.ts'

test.skip(usesElectron, 'the clock is set in the browser host')

const DAY_MS = 86_400_000
/** Two hours after the newest attempt of a written history. */
const NOW = Date.UTC(2026, 9, 31, 20)

test('progress begins with the first answer, and shows it at once', async ({ start }) => {
  const starbeat = await start({ modelFile: MICRO_MODEL, now: new Date(2026, 10, 23, 12).getTime() })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const library = new LibraryPage(page)
  await library.enter()
  await library.import(BANK)
  await page.goto(starbeat.address('/progress'))
  await expect(page.getByRole('heading', { name: 'Your progress begins with the first answer' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Practise now' })).toBeVisible()

  await page.goto(starbeat.address('/library'))
  await library.openStory(STORY)
  const rehearsal = new RehearsePage(page)
  await rehearsal.enter()
  await rehearsal.record()
  await rehearsal.untilRecorded(8)
  await rehearsal.finish()
  await expect(new ReportPage(page).line).toContainText('of 9 points')
  await page.goto(starbeat.address('/progress'))
  const said = page.getByRole('figure', { name: 'Points said' })
  await expect(said).toContainText(/\d+ %\. 1 answer in this period\./)
  await expect(page.getByText(/^Judging/)).toHaveCount(0)
  await expect(page.getByRole('figure', { name: 'Days of practice' })).toContainText('1 day in the last year.')
  await expect(page.getByText('None: no point was missed twice')).toBeVisible()
  await said.getByRole('button', { name: 'Points said: show as a table' }).click()
  await expect(said.getByRole('row', { name: /^23 Nov 1 \d+ %$/ })).toBeVisible()
})

test('a longer history: periods, banks, tables, and the drill of what is missed', async ({ start }) => {
  test.setTimeout(120_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-e2e-'))
  // More than one bank holds, told a few hours apart.
  writeToldHistory(dataDir, { stories: 260, attempts: 1200 })
  const starbeat = await start({ dataDir, now: NOW })
  const page = await starbeat.open()
  await page.waitForURL(/#\/library$/)
  await page.goto(starbeat.address('/progress'))
  const said = page.getByRole('figure', { name: 'Points said' })
  const answers = page.getByRole('main').locator('dl')
  const period = (name: string) => page.getByRole('radiogroup', { name: 'Period' }).getByText(name, { exact: true })
  // Everything is judged once; meanwhile the page counts down.
  await expect(page.getByText(/^Judging/)).toHaveCount(0, { timeout: 60_000 })
  await period('All').click()
  await expect(answers).toContainText('1,200')

  await test.step('a shorter period has fewer answers', async () => {
    await period('4 weeks').click()
    await expect(answers).not.toContainText('1,200')
    await expect(said).toContainText(/From \d+ % to \d+ %\. 3\d\d answers in this period\./)
  })

  await test.step('a bank by itself', async () => {
    await period('All').click()
    await page.getByRole('button', { name: /bank/i }).click()
    await page.getByRole('option', { name: 'Story bank 2' }).click()
    await expect(answers).toContainText('of 10')
    await page.getByRole('button', { name: /bank/i }).click()
    await page.getByRole('option', { name: 'All banks' }).click()
    await expect(answers).toContainText('of 260')
  })

  await test.step('every chart as a table, by keyboard', async () => {
    for (const figure of await page.getByRole('figure').all()) {
      const button = figure.getByRole('button', { name: /show as a table$/ })
      await button.focus()
      await page.keyboard.press('Enter')
      await expect(figure.getByRole('button', { name: /show as a chart$/ })).toBeFocused()
      expect(await figure.getByRole('row').count()).toBeGreaterThan(1)
    }
  })

  await test.step('a drill of the points that are missed', async () => {
    const missed = page.getByRole('region', { name: 'Points you keep missing' })
    await expect(missed.getByRole('listitem')).toHaveCount(20)
    await expect(missed.getByRole('listitem').first()).toContainText(/missed \d of \d/)
    await missed
      .getByRole('button', { name: /^Drill the weak points of/ })
      .first()
      .click()
    await page.waitForURL(/#\/sessions\//)
    await expect(page.getByText(/› 1 of \d/)).toBeVisible()
  })

  await test.step('months later the short period is empty and says so', async () => {
    await starbeat.stop()
    const later = await start({ dataDir, now: NOW + 40 * DAY_MS })
    const reopened = await later.open()
    await reopened.waitForURL(/#\/library$/)
    await reopened.goto(later.address('/progress'))
    await reopened.getByRole('radiogroup', { name: 'Period' }).getByText('4 weeks', { exact: true }).click()
    await expect(reopened.getByRole('figure', { name: 'Points said' })).toContainText(
      'Nothing measured in this period. 0 answers in this period.',
    )
  })
})

import { ANSWER_WAV, expect, MICRO_MODEL, STORY, test } from './app.ts'
import { check } from './axe.ts'
import { enterStage, startRecording } from './pages/flows.ts'
import { LibraryPage } from './pages/library-page.ts'
import { RehearsePage } from './pages/rehearse-page.ts'
import { ReportPage } from './pages/report-page.ts'

const ANSWER_S = 29

test('words that were taught count in this answer and the next, until they are forgotten', async ({ start }) => {
  test.setTimeout(240_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const report = new ReportPage(page)
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(ANSWER_S)
  await rehearsal.finish()
  await expect(report.line).toContainText('6 of 9 points')

  await test.step('a missed point that is called covered counts at once and asks for its words', async () => {
    await report.override('Measuring before', 'Covered')
    await expect(report.line).toContainText('7 of 9 points')
    await report.choosing.getByRole('option', { name: 'in', exact: true }).click()
    await report.choosing.getByRole('option', { name: 'automated' }).click({ modifiers: ['Shift'] })
    await page.keyboard.press('Shift+ArrowRight')
    await expect(report.choosing.getByRole('option', { selected: true })).toHaveText([
      'in ',
      'the ',
      'automated ',
      'tests. ',
    ])
    await page.keyboard.press('Enter')
    await expect(page.getByText('Learned one more way of saying it')).toBeVisible()
    const why = await report.why('Measuring before')
    await expect(why).toContainText(/because you accepted these words on .*: “in the automated tests/)
  })

  await test.step('what was learned stays when the verdict by hand is taken back', async () => {
    await page.keyboard.press('x')
    await expect(report.point('Measuring before', 'Covered')).toBeVisible()
    await expect(report.point('Measuring before', 'Covered \\(by you\\)')).toHaveCount(0)
    await expect(report.line).toContainText('7 of 9 points')
  })

  await test.step('the same answer said again is judged by it, with nothing done by hand', async () => {
    await page.keyboard.press('r')
    const again = new RehearsePage(page)
    await again.button('Record').waitFor()
    await again.record()
    await again.untilRecorded(ANSWER_S)
    await again.finish()
    await expect(report.point('Measuring before', 'Covered')).toBeVisible()
    await expect(report.line).toContainText('7 of 9 points')
    await expect(page.getByText('by you')).toHaveCount(0)
  })

  await test.step('a verdict without words teaches nothing', async () => {
    await report.override('a wiki page', 'Covered')
    await report.choosing.waitFor()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Marked as covered; nothing learned')).toBeVisible()
    await expect(report.line).toContainText('8 of 9 points')
    await expect(report.choosing).toHaveCount(0)
  })

  await test.step('words that are rejected prove nothing any more, until that is undone', async () => {
    await report.point('the bottleneck', 'Covered').focus()
    await page.keyboard.press('n')
    await expect(report.point('the bottleneck', 'Covered')).toHaveCount(0)
    await expect(report.line).toContainText('7 of 9 points')
    const toast = page.getByRole('alertdialog').filter({ hasText: 'do not say it' })
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(report.point('the bottleneck', 'Covered')).toBeVisible()
    await page.getByRole('button', { name: /^Not this: “I identified/ }).click()
    await expect(report.point('the bottleneck', 'Covered')).toHaveCount(0)
  })

  await test.step('the story lists what was learned; forgetting it judges its answers anew', async () => {
    await page.keyboard.press('Escape')
    const attempts = page.getByRole('link', { name: /Open the report/ })
    await expect(attempts).toContainText(['7 of 9 points', '6 of 9 points'])
    await page.getByRole('button', { name: '1 learned wording: Measuring before' }).click()
    await page.getByRole('button', { name: 'Remove “in the automated tests.”' }).click()
    await expect(attempts).toContainText(['6 of 9 points', '5 of 9 points'])
    const toast = page.getByRole('alertdialog').filter({ hasText: 'Forgotten' })
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(attempts).toContainText(['7 of 9 points', '6 of 9 points'])
    await page.getByRole('button', { name: '1 learned wording: I identified' }).click()
    await expect(page.getByText('Does not say it')).toBeVisible()
  })

  await test.step('Settings say how well both agree', async () => {
    await page.goto(starbeat.address('/settings'))
    await expect(page.getByText('You judged 1 point by hand; Starbeat does not agree with it.')).toBeVisible()
    await page.getByRole('link', { name: 'How well it agrees with you' }).click()
    const untaught = page.getByRole('table', { name: /Without being told/ })
    await expect(untaught.getByRole('row', { name: /You: Covered/ })).toContainText(/0\s*0\s*1/)
    await expect(page.getByRole('link', { name: STORY })).toBeVisible()
    await expect(page.getByText('1 way of saying a point and 1 counter-example')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`teaching by mouse, and axe finds nothing on the way (${colorScheme})`, async ({ start }) => {
    test.setTimeout(180_000)
    const starbeat = await start({ modelFile: MICRO_MODEL })
    const page = await starbeat.open({ microphone: ANSWER_WAV, colorScheme, viewport: { width: 900, height: 600 } })
    const report = new ReportPage(page)
    const rehearsal = await enterStage(page)
    await page.goto(starbeat.address('/settings/learning'))
    await page.getByText('Nothing yet').waitFor()
    await check(page, 'nothing taught')
    await page.goBack()
    await rehearsal.button('Record').waitFor()
    await rehearsal.record()
    await rehearsal.untilRecorded(9)
    await rehearsal.finish()
    await expect(report.line).toContainText(/of 9 points/)

    await report.why('took 90 minutes')
    await report.why('Measuring before')
    await check(page, 'Report with reasons')
    await report.override('Measuring before', 'Covered')
    const option = (text: string) => report.choosing.getByRole('option', { name: text }).first()
    await option('developers').hover()
    await page.mouse.down()
    await option('were').hover()
    await option('waiting').hover()
    await page.mouse.up()
    await expect(report.choosing.getByRole('option', { selected: true })).toHaveText([
      'developers ',
      'were ',
      'waiting ',
    ])
    await check(page, 'choosing words')
    await page.getByRole('button', { name: 'These words' }).click()
    await expect(page.getByText('Learned one more way of saying it')).toBeVisible()
    await check(page, 'Report with a learned wording')

    await page.goto(starbeat.address('/library'))
    await new LibraryPage(page).openStory(STORY)
    await page.getByRole('button', { name: '1 learned wording: Measuring before' }).click()
    await page.getByText('Says it', { exact: true }).waitFor()
    await check(page, 'Story with a learned wording')
    await page.goto(starbeat.address('/settings/learning'))
    await page.getByRole('table').first().waitFor()
    await check(page, 'what was taught')
  })
}

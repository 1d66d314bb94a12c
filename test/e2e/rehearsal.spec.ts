import { ANSWER_WAV, expect, MICRO_MODEL, needsShared, STORY, test } from './app.ts'
import { enterStage, startRecording } from './pages/flows.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReportPage } from './pages/report-page.ts'

test('from a bank to a report: what was said is covered, what was left out is missed, what was wrong is named', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(29)
  await rehearsal.finish()

  const report = new ReportPage(page)
  await expect(report.line).toContainText(/6 of 9 points, 1 wrong fact, 0:\d\d, \d+ words a minute/)
  for (const said of [
    'took 90 minutes',
    'taking ownership',
    '45 minutes',
    'the bottleneck',
    'independent services',
    '60% faster',
  ]) {
    await expect(report.point(said, 'Covered')).toBeVisible()
  }
  await expect(report.point('a wiki page', 'Missed')).toBeVisible()
  await expect(report.point('Measuring before', 'Missed')).toBeVisible()
  await expect(report.point('to 20 minutes', 'Partial')).toBeVisible()
  await expect(page.getByText(/30 minutes/).first()).toBeVisible()

  await test.step('a word plays the moment it was said', async () => {
    await report.word('bottleneck').click()
    await expect.poll(() => report.position()).toBeGreaterThan(5)
    const before = await report.position()
    await expect.poll(() => report.position()).toBeGreaterThan(before)
  })

  await test.step('an override counts at once and lasts', async () => {
    await report.override('a wiki page', 'Covered')
    await expect(report.line).toContainText('7 of 9 points')
    await expect(report.point('a wiki page', 'Covered \\(by you\\)')).toBeVisible()
  })

  await test.step('coverage follows a corrected transcript', async () => {
    await page.getByRole('button', { name: 'Correct' }).click()
    const text = page.getByRole('textbox', { name: 'Transcript' })
    await text.fill((await text.inputValue()).replace('30 minutes', '20 minutes'))
    await page.keyboard.press('Control+Enter')
    await expect(report.line).toContainText('8 of 9 points')
    await expect(report.line).not.toContainText('wrong fact')
  })

  await test.step('all of it is there after a restart', async () => {
    const screen = new URL(page.url()).hash.slice(1)
    await starbeat.stop()
    const again = await start({ dataDir: starbeat.dataDir, modelFile: MICRO_MODEL })
    const reopened = await again.open()
    await reopened.goto(again.address(screen))
    const kept = new ReportPage(reopened)
    await expect(kept.line).toContainText('8 of 9 points')
    await expect(kept.point('a wiki page', 'Covered \\(by you\\)')).toBeVisible()
    await reopened.goto(again.address('/library'))
    await expect(new LibraryPage(reopened).story(STORY)).toContainText('1 attempt')
  })
})

test("a real user's bank and a recording of its story", async ({ start }) => {
  test.setTimeout(180_000)
  const bank = needsShared('seeds/003_3c62e236cc3cb268.txt')
  const starbeat = await start({ modelFile: needsShared('speech/ggml-micro.en.bin') })
  const page = await starbeat.open({ microphone: needsShared('speech/wav/01_payment_latency_full.wav') })
  const rehearsal = await enterStage(page, bank, /led a project without formal authority/)
  await rehearsal.record()
  await rehearsal.untilRecorded(41)
  await rehearsal.finish()

  const report = new ReportPage(page)
  await expect(report.line).toContainText(/\d+ of 14 points, 0:4\d, 1\d\d words a minute/)
  await expect(report.point('no one was taking ownership', 'Covered')).toBeVisible()
  await expect(report.point('500ms', 'Covered')).toBeVisible()
  await expect(report.point('VP of Engineering', 'Missed')).toBeVisible()
})

import { ANSWER_WAV, expect, MICRO_MODEL, test } from './app.ts'
import { check } from './axe.ts'
import { startRecording } from './pages/flows.ts'
import { ReportPage } from './pages/report-page.ts'

test('the delivery explains itself, and every moment of it can be heard by keyboard', async ({ start }) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(29)
  await rehearsal.finish()
  const report = new ReportPage(page)
  const delivery = page.getByRole('region', { name: 'Delivery' })
  await expect(delivery.getByText(/words a minute, .*120–170/)).toBeVisible()
  await expect(delivery.getByText(/\d+, [\d.]+ s in all/)).toBeVisible()

  await test.step('a figure explains itself', async () => {
    await delivery.getByRole('button', { name: 'Pauses: what is this?' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Pauses' })).toContainText('quarter of a second')
    await check(page, 'an explained figure')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(delivery.getByRole('button', { name: 'Pauses: what is this?' })).toBeFocused()
  })

  await test.step('arrow keys go along the pace, Enter plays', async () => {
    const pace = delivery.getByRole('slider', { name: /^Pace by moment/ })
    await pace.focus()
    for (let moment = 0; moment < 5; moment++) await page.keyboard.press('ArrowRight')
    await expect(pace).toHaveAttribute('aria-valuetext', /^0:1\d, \d+ words a minute, (within|above|below) the band$/)
    await page.keyboard.press('Enter')
    await expect.poll(() => report.position()).toBeGreaterThanOrEqual(9)
  })

  await test.step('what is seldom needed is behind one button', async () => {
    await delivery.getByRole('button', { name: /^More/ }).click()
    await expect(delivery.getByText(/words a minute between pauses/)).toBeVisible()
    await check(page, 'the whole delivery')
  })

  await test.step('the calm band of the settings decides what is brisk', async () => {
    const attempt = page.url()
    await page.goto(starbeat.address('/settings'))
    await page.getByRole('textbox', { name: 'to (words a minute)' }).fill('70')
    await page.keyboard.press('Tab')
    await page.goto(attempt)
    await expect(delivery.getByText(/brisk, above your calm 65–70/)).toBeVisible()
  })
})

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { SAMPLE_RATE_HZ, wavHeader } from '../../core/domain/audio/wav.ts'
import { ANSWER_WAV, BANK, expect, MICRO_MODEL, STORY, test, usesElectron } from './app.ts'
import { LibraryPage } from './pages/library-page.ts'
import { PracticePage } from './pages/practice-page.ts'
import { RehearsePage } from './pages/rehearse-page.ts'
import { ReportPage } from './pages/report-page.ts'

test.skip(usesElectron, 'the clock is set in the browser host')

const NOON = new Date(2026, 10, 23, 12).getTime()
const DAY_MS = 86_400_000

/** The first seconds of the answer, for takes that need not be long. */
function beginning(seconds: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'starbeat-sound-')), 'beginning.wav')
  const pcm = readFileSync(ANSWER_WAV).subarray(44, 44 + seconds * 2 * SAMPLE_RATE_HZ)
  writeFileSync(file, Buffer.concat([wavHeader(pcm.length, SAMPLE_RATE_HZ), pcm]))
  return file
}

async function withBank(page: Page): Promise<PracticePage> {
  const library = new LibraryPage(page)
  await library.enter()
  await library.import(BANK)
  return new PracticePage(page)
}

test('what is due is asked, rated, and comes up again when its time has come', async ({ start }) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL, now: NOON })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const practice = await withBank(page)
  await practice.open()
  await expect(practice.due.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('s')

  const rehearsal = new RehearsePage(page)
  await rehearsal.button('Record').waitFor()
  await expect(page.getByText('1 of 2')).toBeVisible()
  await rehearsal.record()
  await rehearsal.untilRecorded(29)
  await rehearsal.finish()
  await expect(new ReportPage(page).line).toContainText('of 9 points')
  await expect(practice.button(/^Hard: .*\(proposed\)/)).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByText(/Rated Good; it comes up again in \d+ days/)).toBeVisible()

  await practice.next()
  await expect(page.getByText('2 of 2')).toBeVisible()
  await rehearsal.button('Record').waitFor()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { name: 'Done: 1 answer' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to Practice' }).click()
  await expect(page.getByText(/1 prompt to answer today.* · 1 done/)).toBeVisible()

  await test.step('it is due again days later', async () => {
    await starbeat.stop()
    const later = await start({ dataDir: starbeat.dataDir, modelFile: MICRO_MODEL, now: NOON + 20 * DAY_MS })
    const reopened = await later.open()
    const again = new PracticePage(reopened)
    await new LibraryPage(reopened).stories.waitFor()
    await expect(reopened.getByRole('row').filter({ hasText: 'Due' }).first()).toBeVisible()
    await again.open()
    await expect(again.due.getByRole('row').first()).toContainText(/Due since .* remembered/)
    await expect(again.due.getByRole('row')).toHaveCount(2)
  })
})

test('a prompt is postponed, left out, and taken in again', async ({ start }) => {
  const page = await (await start({ now: NOON })).open()
  const practice = await withBank(page)
  await practice.open()
  await practice.due
    .getByRole('button', { name: /^More for/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Postpone by 3 days' }).click()
  await expect(practice.due.getByRole('row')).toHaveCount(1)
  await practice.due.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Leave it out from now on' }).click()
  await expect(practice.due).toHaveCount(0)
  await practice.button('2 held back').click()
  await expect(page.getByText('Comes up in 3 days')).toBeVisible()
  await practice
    .button(/^Take in again/)
    .first()
    .click()
  await expect(practice.due.getByRole('row')).toHaveCount(1)
  await practice.button(/^Take in again/).click()
  await expect(practice.due.getByRole('row')).toHaveCount(2)
})

test('a drill asks for the points that were missed, one by one, and leaves readiness alone', async ({ start }) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL, now: NOON })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const practice = await withBank(page)
  await new LibraryPage(page).openStory(STORY)
  const rehearsal = new RehearsePage(page)
  await rehearsal.enter()
  await rehearsal.record()
  await rehearsal.untilRecorded(29)
  await rehearsal.finish()
  await expect(new ReportPage(page).line).toContainText('6 of 9 points')

  await page.keyboard.press('d')
  await rehearsal.button('Record').waitFor()
  await expect(page.getByRole('link', { name: 'Drill' })).toBeVisible()
  await expect(page.getByText('1 of 3')).toBeVisible()
  await rehearsal.record()
  await rehearsal.untilRecorded(4)
  await rehearsal.finish()
  await expect(new ReportPage(page).line).toContainText('of 1 point')
  await expect(practice.ratings).toHaveCount(0)
  await practice.next()
  await expect(page.getByText('2 of 3')).toBeVisible()

  await page.goto(starbeat.address('/library'))
  await expect(page.getByRole('img', { name: /Readiness 7\d percent/ })).toBeVisible()
})

test('a mock interview: stories named by what was said, interrupted, continued, and a scorecard', async ({ start }) => {
  test.setTimeout(240_000)
  const starbeat = await start({ modelFile: MICRO_MODEL, now: NOON })
  const page = await starbeat.open({ microphone: beginning(14) })
  const practice = await withBank(page)
  await practice.open()
  await practice.tab('Mock interview')
  await page.getByRole('textbox', { name: 'Questions' }).fill('2')
  await practice.button(/Time to think/).click()
  await page.getByRole('option', { name: 'None' }).click()
  await practice.button('Begin the interview').click()

  const rehearsal = new RehearsePage(page)
  await practice.button('I am ready').click()
  await rehearsal.button('Finish').waitFor()
  await rehearsal.untilRecorded(14)
  await page.keyboard.press('Space')
  await expect(page.getByText('1 of 2 questions done.')).toBeVisible({ timeout: 30_000 })
  await expect(practice.told).toContainText('nobody owned')
  await expect(page.getByText('By what you said; change it if that is wrong.')).toBeVisible()

  await starbeat.kill()
  const again = await start({ dataDir: starbeat.dataDir, modelFile: MICRO_MODEL, now: NOON + 3_600_000 })
  const reopened = await again.open({ microphone: beginning(14) })
  const continued = new PracticePage(reopened)
  await new LibraryPage(reopened).stories.waitFor()
  await continued.open()
  await expect(reopened.getByText(/1 of 2 answered/)).toBeVisible()
  await reopened.getByRole('link', { name: 'Continue' }).click()
  await continued.button('Next question').click()
  const second = new RehearsePage(reopened)
  await second.button('Finish').waitFor()
  await second.untilRecorded(6)
  await reopened.keyboard.press('Space')
  await continued.button('See how it went').click()

  await expect(reopened.getByText(/2 of 2 questions answered/)).toBeVisible()
  const answers = reopened.getByRole('region', { name: 'Answers' })
  await expect(answers.getByRole('listitem')).toHaveCount(2)
  await expect(reopened.getByRole('region', { name: 'Best moment' })).toBeVisible()
  await expect(reopened.getByRole('region', { name: 'Weakest moment' })).toBeVisible()
  await answers
    .getByRole('link', { name: /^Report and recording/ })
    .first()
    .click()
  await expect(new ReportPage(reopened).line).toBeVisible()
})

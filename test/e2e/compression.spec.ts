import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '../../db/open.ts'
import { ANSWER_WAV, expect, MICRO_MODEL, type Starbeat, type StartOptions, test } from './app.ts'
import { enterStage } from './pages/flows.ts'
import { ReportPage } from './pages/report-page.ts'

/** The bytes that a player gets, as one number. */
const heard = (page: Page, attemptId: string) =>
  page.evaluate(async (id) => {
    const bytes = await (await fetch(`/audio/${id}.wav`)).arrayBuffer()
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return `${bytes.byteLength} ${digest.join()}`
  }, attemptId)

const sounds = (dataDir: string) => readdirSync(join(dataDir, 'audio'))

test('a recording is compressed behind the scenes, heard, sought in, and written down to the same words', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const { dataDir } = starbeat
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await enterStage(page)
  await rehearsal.record()
  await rehearsal.untilRecorded(22)
  await rehearsal.finish()
  const report = new ReportPage(page)
  await expect(report.line).toBeVisible()
  const attemptId = /attempts\/([^?]+)/.exec(page.url())![1]!
  expect(sounds(dataDir)).toEqual([`${attemptId}.wav`])

  const plainSound = await heard(page, attemptId)

  await test.step('on request, and it says what that saves', async () => {
    await page.goto(starbeat.address('/settings'))
    await page.getByText('Store recordings compressed').click()
    await page.getByRole('button', { name: /^Compress 1 recording/ }).click()
    await expect(page.getByText(/Every recording is compressed; that saves \d+ kB\./)).toBeVisible()
    expect(sounds(dataDir)).toEqual([`${attemptId}.flac`])
  })

  await test.step('it plays, and a word plays the moment it was said', async () => {
    await page.goto(starbeat.address(`/attempts/${attemptId}`))
    await report.word('bottleneck').or(report.word('bottleneck.')).first().click()
    await expect.poll(() => report.position()).toBeGreaterThan(5)
    const before = await report.position()
    await expect.poll(() => report.position()).toBeGreaterThan(before)
    expect(await heard(page, attemptId)).toBe(plainSound)
  })

  await test.step('the next recording is compressed by itself', async () => {
    await page.getByRole('button', { name: 'Again', exact: true }).click()
    await page.waitForURL(/#\/rehearse\//)
    await rehearsal.record()
    await rehearsal.untilRecorded(1)
    await rehearsal.finish()
    await page.waitForURL(/#\/attempts\//)
    await expect.poll(() => sounds(dataDir).filter((name) => name.endsWith('.flac')).length).toBe(2)
    expect(sounds(dataDir)).toHaveLength(2)
  })

  await test.step('written down once more, it has the same words as from the plain recording', async () => {
    const unpack = async (reopened: Page) => {
      await reopened.evaluate(() => location.assign('#/settings'))
      await reopened.getByText('Store recordings compressed').click()
      await reopened.getByRole('button', { name: 'Unpack 2 recordings' }).click()
      await expect(reopened.getByText('No recording is compressed.')).toBeVisible()
    }
    await starbeat.stop()
    const fromFlac = await writtenDownAgain(start, dataDir, attemptId, unpack)
    expect(sounds(dataDir).every((name) => name.endsWith('.wav'))).toBe(true)
    // Not what was heard while it was spoken: that is cut where the speaker paused.
    expect(fromFlac).toBe(await writtenDownAgain(start, dataDir, attemptId))
  })
})

/** The words of an attempt that are heard when it has no transcript any more. */
async function writtenDownAgain(
  start: (options?: StartOptions) => Promise<Starbeat>,
  dataDir: string,
  attemptId: string,
  then: (page: Page) => Promise<void> = async () => {},
): Promise<string> {
  const db = openDatabase(join(dataDir, 'starbeat.db'), join(dataDir, 'backups'))
  db.exec('DELETE FROM transcripts')
  db.close()
  const starbeat = await start({ dataDir, modelFile: MICRO_MODEL })
  const page = await starbeat.open()
  await page.waitForURL(/#\/library$/)
  await page.goto(starbeat.address(`/attempts/${attemptId}`))
  await page
    .getByRole('button', { name: /^(Transcribe|Write down|Try again)/ })
    .first()
    .click()
  const report = new ReportPage(page)
  await expect(report.line).toBeVisible()
  const words = await report.text()
  await then(page)
  await starbeat.stop()
  return words
}

import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { automaticName } from '#domain/backup/names'
import { ANSWER_WAV, BANK, expect, MICRO_MODEL, STORY, test } from './app.ts'
import { check } from './axe.ts'
import { contentsOf } from './data-folder.ts'
import { BackupsPage } from './pages/backups-page.ts'
import { enterStage } from './pages/flows.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReportPage } from './pages/report-page.ts'

const DAY_MS = 86_400_000
const BACKUPS = '/settings/backups'

/** A data folder with a speech model of its own. */
function folderWithModel(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-e2e-'))
  mkdirSync(join(dataDir, 'models'))
  for (const file of [MICRO_MODEL, MICRO_MODEL.replace(/\.bin$/, '.json')])
    copyFileSync(file, join(dataDir, 'models', file.split('/').at(-1)!))
  return dataDir
}

/** A backup that says of itself that a later version made it. */
async function newerBackup(path: string): Promise<void> {
  const manifest = {
    format: 'starbeat-backup',
    formatVersion: 1,
    appVersion: '99.0.0',
    schemaVersion: 9999,
    createdAt: 1,
    includesModels: false,
    counts: { banks: 0, stories: 0, attempts: 0, recordedMs: 0 },
    files: [],
  }
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'manifest.json')
  zip.end()
  await finished((zip.outputStream as NodeJS.ReadableStream).pipe(createWriteStream(path)))
}

test('backup, wipe, restore: the database row by row, every file to the byte, and the way back', async ({ start }) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'starbeat-backup-'))
  const zip = join(folder, 'all.zip')
  const first = await start({ dataDir: folderWithModel() })
  const page = await first.open({ microphone: ANSWER_WAV })
  const rehearsal = await enterStage(page)
  await rehearsal.record()
  await rehearsal.untilRecorded(9)
  await rehearsal.finish()
  const report = new ReportPage(page)
  await expect(report.line).toContainText(/of 9 points/)
  const line = await report.line.innerText()
  const reportScreen = new URL(page.url()).hash.slice(1)

  await test.step('one file of everything, by two presses', async () => {
    const backups = new BackupsPage(page)
    await page.goto(first.address('/settings'))
    await page.getByRole('link', { name: 'Backup and restore' }).click()
    await backups.open(first.address(BACKUPS))
    await backups.make(zip)
    await expect(page.getByRole('button', { name: 'Save again' })).toBeVisible()
    await check(page, 'Backups with a backup')
  })
  await first.stop()
  const whole = contentsOf(first.dataDir)
  expect(Object.keys(whole.files).filter((name) => name.startsWith('audio/'))).toHaveLength(1)
  expect(Object.keys(whole.files)).toContain('models/ggml-micro.en.bin')

  const second = await start()
  const empty = await second.open()
  const backups = new BackupsPage(empty)
  await new LibraryPage(empty).enter()
  await backups.open(second.address(BACKUPS))

  await test.step('a backup of a newer version is refused with a clear word', async () => {
    const newer = join(folder, 'newer.zip')
    await newerBackup(newer)
    await backups.choose(newer)
    await expect(backups.refusal).toContainText('This backup was made by a newer Starbeat')
    await expect(backups.refusal).toContainText('Nothing was changed')
    await check(empty, 'a refused backup')
  })

  await test.step('one that is not as it was stored is refused, saying what is wrong', async () => {
    const bytes = readFileSync(zip)
    const at = bytes.indexOf('audio/') + 5000
    bytes[at] = bytes[at]! ^ 1
    writeFileSync(join(folder, 'torn.zip'), bytes)
    await backups.choose(join(folder, 'torn.zip'))
    await expect(backups.refusal).toContainText('A recording in it is not as it was stored')
    writeFileSync(join(folder, 'short.zip'), bytes.subarray(0, bytes.length / 2))
    await backups.choose(join(folder, 'short.zip'))
    await expect(backups.refusal).toContainText('probably not copied to its end')
    expect(readdirSync(join(second.dataDir, 'backups'))).toEqual([])
  })

  await test.step('the preview says what is in it beside what is here; leaving it changes nothing', async () => {
    await backups.choose(zip)
    await expect(backups.dialog).toContainText('Every file in it was checked')
    await expect(backups.counts('Banks')).toHaveText(['1', '0'])
    await expect(backups.counts('Attempts')).toHaveText(['1', '0'])
    await check(empty, 'what a restore does')
    await empty.keyboard.press('Escape')
    await expect(backups.dialog).toHaveCount(0)
    await expect(backups.list('Set aside')).toHaveCount(0)
    await expect.poll(() => readdirSync(join(second.dataDir, 'backups'))).toEqual([])
  })

  await test.step('restored, the page comes back by itself with everything in place', async () => {
    await backups.choose(zip)
    await backups.dialog.waitFor()
    await backups.accept()
    await expect(backups.list('Set aside')).toHaveCount(1)
    await check(empty, 'Backups after a restore')
    await empty.goto(second.address(reportScreen))
    await expect(new ReportPage(empty).line).toHaveText(line)
    await empty.getByRole('button', { name: 'Play', exact: true }).waitFor()
  })
  await second.stop()
  expect(contentsOf(second.dataDir)).toEqual(whole)

  await test.step('one can go back to what was here before', async () => {
    const third = await start({ dataDir: second.dataDir })
    const again = await third.open()
    const after = new BackupsPage(again)
    await after.open(third.address(BACKUPS))
    await after
      .list('Set aside')
      .getByRole('button', { name: /^Restore what was set aside/ })
      .click()
    await expect(after.counts('Banks')).toHaveText(['0', '1'])
    await after.accept()
    await again.goto(third.address('/library'))
    await expect(again.getByText(STORY)).toHaveCount(0)
    await after.open(third.address(BACKUPS))
    await expect(after.list('Set aside')).toHaveCount(1)
    await after
      .list('Set aside')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await again.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(after.list('Set aside')).toHaveCount(0)
  })
})

test('a copy a day, thinned out by itself, and restored without touching the recordings', async ({ start }) => {
  test.setTimeout(180_000)
  const noon = Date.UTC(2026, 10, 21, 12)
  const first = await start({ now: noon })
  const page = await first.open()
  const library = new LibraryPage(page)
  await library.enter()
  await library.import(BANK)
  await first.stop()
  const { dataDir } = first
  const copies = () => readdirSync(join(dataDir, 'backups')).sort()

  await test.step('the first comes by itself, soon after the start, and no second one on that day', async () => {
    for (const later of [60_000, 8 * 3_600_000]) {
      const sameDay = await start({ dataDir, now: noon + later })
      const backups = new BackupsPage(await sameDay.open())
      await backups.open(sameDay.address(BACKUPS))
      await expect(backups.list('Daily copies')).toHaveCount(1)
      await expect(backups.list('Daily copies')).toContainText('21 Nov 2026')
      await sameDay.stop()
    }
  })

  await test.step('the next day there is another one, and what is too old goes', async () => {
    const [copy] = copies()
    for (let ago = 1; ago < 60; ago++)
      copyFileSync(join(dataDir, 'backups', copy!), join(dataDir, 'backups', automaticName(noon - ago * DAY_MS)))
    const next = await start({ dataDir, now: noon + DAY_MS })
    const nextPage = await next.open()
    const backups = new BackupsPage(nextPage)
    await backups.open(next.address(BACKUPS))
    await expect(backups.list('Daily copies').first()).toContainText('22 Nov 2026')
    // 7 days, and beyond them the Sundays of three weeks and the last days of two months.
    await expect(backups.list('Daily copies')).toHaveCount(12)
    expect(copies()).toContain(automaticName(Date.UTC(2026, 9, 31, 12)))
    expect(copies()).not.toContain(automaticName(Date.UTC(2026, 10, 13, 12)))
    await next.stop()
  })

  await test.step('any of them can be restored', async () => {
    const later = await start({ dataDir, now: noon + DAY_MS + 3_600_000 })
    const laterPage = await later.open()
    const backups = new BackupsPage(laterPage)
    const stories = new LibraryPage(laterPage)
    await stories.story(STORY).waitFor()
    await laterPage.getByRole('button', { name: /^More/ }).first().click()
    await laterPage.getByRole('menuitem', { name: /Remove/ }).click()
    await expect(stories.story(STORY)).toHaveCount(0)

    await backups.open(later.address(BACKUPS))
    await backups
      .list('Daily copies')
      .nth(3)
      .getByRole('button', { name: /^Restore/ })
      .click()
    await expect(backups.dialog).toContainText('Recordings stay as they are')
    await backups.accept()
    await laterPage.goto(later.address('/library'))
    await expect(stories.story(STORY)).toBeVisible()
  })
})

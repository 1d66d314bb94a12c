import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
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
    expect(await backups.count('Banks')).toEqual(['1', '0'])
    expect(await backups.count('Attempts')).toEqual(['1', '0'])
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
    expect(await after.count('Banks')).toEqual(['0', '1'])
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
  const first = await start()
  const page = await first.open()
  const library = new LibraryPage(page)
  await library.enter()
  await library.import(BANK)
  await first.stop()

  const day = await start({ dataDir: first.dataDir })
  const opened = await day.open()
  const today = new BackupsPage(opened)
  await today.open(day.address(BACKUPS))
  await expect(today.list('Daily copies')).toHaveCount(1)
  await day.stop()

  await test.step('the next day there is another one, and what is too old goes', async () => {
    const folder = join(first.dataDir, 'backups')
    const [copy] = readdirSync(folder)
    for (let ago = 2; ago < 60; ago++)
      copyFileSync(join(folder, copy!), join(folder, automaticName(Date.now() - ago * DAY_MS)))
    renameSync(join(folder, copy!), join(folder, automaticName(Date.now() - DAY_MS)))
    const next = await start({ dataDir: first.dataDir })
    const nextPage = await next.open()
    const tomorrow = new BackupsPage(nextPage)
    await tomorrow.open(next.address(BACKUPS))
    await expect.poll(() => tomorrow.list('Daily copies').count()).toBeLessThan(18)
    expect(readdirSync(folder)).not.toContain(automaticName(Date.now() - 20 * DAY_MS))

    const nextLibrary = new LibraryPage(nextPage)
    await nextPage.goto(next.address('/library'))
    await nextLibrary.story(STORY).waitFor()
    await nextPage.getByRole('button', { name: /^More/ }).first().click()
    await nextPage.getByRole('menuitem', { name: /Remove/ }).click()
    await expect(nextLibrary.story(STORY)).toHaveCount(0)

    await tomorrow.open(next.address(BACKUPS))
    await tomorrow
      .list('Daily copies')
      .first()
      .getByRole('button', { name: /^Restore/ })
      .click()
    await expect(tomorrow.dialog).toContainText('Recordings stay as they are')
    await tomorrow.accept()
    await nextPage.goto(next.address('/library'))
    await expect(nextLibrary.story(STORY)).toBeVisible()
  })
})

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Behaviour, giving, startModelHost, status } from '../unit/adapters/model-host.ts'
import { expect, MICRO_MODEL, test, usesElectron } from './app.ts'
import { check } from './axe.ts'
import { ModelsPage } from './pages/models-page.ts'

const MICRO = readFileSync(MICRO_MODEL)
const OFFERS = { 'tiny.en': MICRO_MODEL, 'base.en-q8_0': MICRO_MODEL }

test.skip(usesElectron, 'the catalogue is replaced in the browser host only')

/** Sends the beginning of the model and holds the rest back. */
const holding: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-length': MICRO.length, etag: '"v1"' })
  response.write(MICRO.subarray(0, 3_000_000))
}

test('a model is downloaded with pause, goes on after a crash, is used and removed', async ({ start }) => {
  const host = await startModelHost(holding, giving(MICRO))
  const before = await start({ offers: OFFERS })
  const models = new ModelsPage(await before.open())
  await models.open(before.address('/settings/models'))
  await expect(models.page.getByText('There is no model yet.')).toBeVisible()
  await models.useMirror('not an address')
  await expect(models.page.getByText(/not an address that Starbeat can use/)).toBeVisible()
  await models.useMirror(host.url)
  await expect(models.page.getByText(`From ${host.url.replace('http://', '')}`)).toBeVisible()

  await models.button('Download tiny.en').click()
  await expect(models.progress(/Downloading tiny\.en, 3\.0 MB of 8\.8 MB/)).toHaveAttribute('aria-valuenow', /^3[34]/)
  await models.button('Pause tiny.en').click()
  await expect(models.button('Go on tiny.en')).toBeFocused()
  await expect(models.progress(/tiny\.en is paused, 3\.0 MB of 8\.8 MB/)).toBeVisible()
  expect(readdirSync(join(before.dataDir, 'models')).sort()).toEqual([
    'ggml-tiny.en.bin.download',
    'ggml-tiny.en.bin.download.json',
  ])
  await before.kill()

  const after = await start({ dataDir: before.dataDir, offers: OFFERS })
  const again = new ModelsPage(await after.open())
  await again.open(after.address('/settings/models'))
  await expect(again.progress(/tiny\.en is paused/)).toBeVisible()
  await again.button('Go on tiny.en').click()
  await expect(again.model('tiny.en')).toBeChecked()
  expect(host.seen.map(({ path, range }) => [path, range])).toEqual([
    ['/ggerganov/whisper.cpp/resolve/main/ggml-tiny.en.bin', undefined],
    ['/ggerganov/whisper.cpp/resolve/main/ggml-tiny.en.bin', 'bytes=3000000-'],
  ])
  expect(readdirSync(join(after.dataDir, 'models'))).toEqual(['ggml-tiny.en.bin'])

  await again.button('Remove tiny.en').click()
  await again.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(again.page.getByText('There is no model yet.')).toBeVisible()
  expect(existsSync(join(after.dataDir, 'models/ggml-tiny.en.bin'))).toBe(false)
  host.close()
})

test('several models stand side by side, each with its use', async ({ start }) => {
  const host = await startModelHost(giving(MICRO))
  const starbeat = await start({ offers: OFFERS })
  const models = new ModelsPage(await starbeat.open())
  await models.open(starbeat.address('/settings/models'))
  await models.useMirror(host.url)
  await models.button('Download base.en-q8_0').click()
  await expect(models.model('base.en-q8_0')).toBeChecked()
  await models.button('Download tiny.en').click()
  await expect(models.model('tiny.en')).toBeVisible()
  await expect(models.model('base.en-q8_0')).toBeChecked()

  const names = models.page.getByRole('switch', { name: 'Give base.en-q8_0 the names of the story before it listens' })
  await expect(names).not.toBeChecked()
  await names.focus()
  await models.page.keyboard.press('Space')
  await expect(names).toBeChecked()
  await models.page.getByRole('button', { name: /Hear every answer once more with/ }).click()
  await models.page.getByRole('option', { name: 'tiny.en' }).click()
  await expect(models.page.getByRole('switch', { name: /Give tiny\.en the names/ })).toBeVisible()
  await models.model('base.en-q8_0').focus()
  await models.page.keyboard.press('ArrowDown')
  await expect(models.model('tiny.en')).toBeChecked()
  await expect(models.page.getByRole('switch', { name: /Give base\.en-q8_0 the names/ })).toHaveCount(0)
  await models.page.keyboard.press('Escape')
  await expect(models.page.getByText(/^tiny\.en is in use:/)).toBeVisible()
  host.close()
})

test('the keyboard stays where it is when buttons come and go', async ({ start }) => {
  const host = await startModelHost(holding, giving(MICRO))
  const starbeat = await start({ offers: OFFERS })
  const page = await starbeat.open()
  const models = new ModelsPage(page)
  await models.open(starbeat.address('/settings/models'))
  const mirror = page.getByRole('textbox', { name: 'Mirror' })
  await mirror.fill(`${host.url}/`)
  await mirror.press('Enter')
  await expect(mirror).toHaveValue(host.url)
  await expect(mirror).toBeFocused()

  await models.button('Measure this machine').press('Enter')
  await expect(models.button('Cancel')).toBeFocused()
  await models.button('Cancel').press('Enter')
  await expect(models.button('Measure this machine')).toBeFocused()

  const row = page.getByRole('region', { name: 'Tiny' })
  await models.button('Download tiny.en').press('Enter')
  await expect(models.progress(/Downloading tiny\.en, 3\.0 MB/)).toBeVisible()
  await models.button('Cancel the download of tiny.en').press('Enter')
  await expect(models.button('Download tiny.en')).toBeFocused()
  await models.button('Download tiny.en').press('Enter')
  await expect(row.getByText('On this machine')).toBeFocused()
  await models.button('Download base.en-q8_0').press('Enter')
  await expect(models.model('base.en-q8_0')).toBeVisible()

  await models.button('Remove base.en-q8_0').press('Enter')
  await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await expect(models.model('tiny.en')).toBeFocused()
  await models.button('Remove tiny.en').press('Enter')
  await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await expect(models.button('Add a model file…')).toBeFocused()
  host.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a download that goes wrong says so in plain words, and axe finds nothing (${colorScheme})`, async ({
    start,
  }) => {
    const wrong = Buffer.from(MICRO).fill(1, 5000, 6000)
    const host = await startModelHost(giving(wrong), status(404), holding)
    const starbeat = await start({ offers: OFFERS })
    const page = await starbeat.open({ colorScheme, viewport: { width: 900, height: 600 } })
    const models = new ModelsPage(page)
    await models.open(starbeat.address('/settings/models'))
    await models.useMirror(host.url)
    await models.button('Download tiny.en').click()
    const refusal = (title: string) => page.getByRole('main').getByText(title)
    await expect(refusal('The downloaded file is not the right one')).toBeVisible()
    expect(readdirSync(join(starbeat.dataDir, 'models'))).toEqual([])
    await models.button('Go on tiny.en').click()
    await expect(refusal('The server does not give this file')).toBeVisible()
    await models.button('Download base.en-q8_0').click()
    await expect(models.progress(/Downloading base\.en-q8_0/)).toBeVisible()
    await check(page, 'Speech models, with downloads')
    await models.button('Cancel the download of base.en-q8_0').click()
    await expect(models.button('Download base.en-q8_0')).toBeFocused()
    await models.button('Cancel the download of tiny.en').click()
    await expect(refusal('The server does not give this file')).toHaveCount(0)
    expect(readdirSync(join(starbeat.dataDir, 'models'))).toEqual([])
    host.close()
  })
}

test('the first start offers the model that suits, and measuring can be cancelled', async ({ start }) => {
  const host = await startModelHost(giving(MICRO))
  const starbeat = await start({ offers: OFFERS })
  const page = await starbeat.open()
  const models = new ModelsPage(page)
  await models.open(starbeat.address('/settings/models'))
  await models.useMirror(host.url)
  await expect(page.getByText(`From ${host.url.replace('http://', '')}`)).toBeVisible()
  await page.goto(starbeat.address('/welcome'))
  await expect(page.getByText('base.en-q8_0 runs well on most machines.')).toBeVisible()
  await models.button('Measure this machine').click()
  await expect(models.progress('Measuring this machine')).toBeVisible()
  await models.button('Cancel').click()
  await expect(models.button('Measure this machine')).toBeVisible()
  await check(page, 'Welcome')
  await models.button('Download base.en-q8_0').click()
  await expect(page.getByText('base.en-q8_0 is in use.')).toBeVisible()
  host.close()
})

test('a measurement that fails says so', async ({ start }) => {
  const starbeat = await start({ offers: OFFERS })
  const models = new ModelsPage(await starbeat.open())
  await models.open(starbeat.address('/settings/models'))
  // A file stands where the models to time would be written.
  mkdirSync(join(starbeat.dataDir, 'models'), { recursive: true })
  writeFileSync(join(starbeat.dataDir, 'models/speed.part'), '')
  await models.button('Measure this machine').click()
  await expect(models.page.getByRole('alertdialog').getByText(/^Nothing was measured: /)).toBeVisible()
  await expect(models.button('Measure this machine')).toBeVisible()
})

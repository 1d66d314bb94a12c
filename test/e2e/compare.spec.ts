import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { ComparePage } from './pages/compare-page.ts'
import { writeToldHistory } from './told-history.ts'

test('two attempts side by side: points, words, delivery, and each point heard in both', async ({ start }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-e2e-'))
  const [story] = writeToldHistory(dataDir, { stories: 1, attempts: 8 }, 4)
  const [newest, before] = story!.attemptIds as [string, string]
  const starbeat = await start({ dataDir })
  const page = await starbeat.open()
  await page.waitForURL(/#\/library$/)
  await page.goto(starbeat.address(`/attempts/${newest}`))
  await page.getByRole('button', { name: 'Compare' }).waitFor()
  await page.keyboard.press('v')
  await page.waitForURL(`**/#/compare/${before}/${newest}`)
  const compare = new ComparePage(page)

  await test.step('the screen scrolls within itself', async () => {
    await expect(compare.line).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  })

  await test.step('the line says what the points and the table say', async () => {
    await expect(compare.line).toBeVisible()
    const statuses = await compare.points.getByRole('listitem').allInnerTexts()
    const covered = (letter: string) =>
      statuses.filter((text) => new RegExp(`${letter}:\\s*Covered`).test(text) && !text.includes('optional')).length
    const change = covered('B') - covered('A')
    const said = change === 0 ? 'As many points' : `${change > 0 ? '+' : '−'}${Math.abs(change)} point`
    await expect(compare.line).toContainText(said)
    await expect(compare.delivery.getByRole('row', { name: /^Length/ })).toContainText(/\d:\d\d/)
  })

  await test.step('words of one only are marked as such, together and side by side', async () => {
    await expect(compare.words.getByRole('deletion').nth(1)).toBeVisible()
    await expect(compare.words.getByRole('insertion').nth(1)).toBeVisible()
    const removed = (await compare.words.getByRole('deletion').nth(1).innerText()).replace('only in A: ', '')
    await compare.words.getByText('Side by side').click()
    const sides = compare.words.getByRole('paragraph')
    await expect(sides.first()).toContainText(removed)
    await expect(sides.nth(1).getByRole('deletion')).toHaveCount(0)
  })

  await test.step('a point is heard in A, then in B, one at a time', async () => {
    await compare.play('A').waitFor()
    await compare.playable.first().click()
    await expect(compare.pause('A').or(compare.pause('B')).first()).toBeVisible()
    await expect(compare.pause('B')).toBeVisible()
    await expect(compare.pause('A')).toHaveCount(0)
    await expect(compare.play('B')).toBeVisible()
  })

  await test.step('only one plays, by keys', async () => {
    await page.keyboard.press('1')
    await expect(compare.pause('A')).toBeVisible()
    await page.keyboard.press('2')
    await expect(compare.pause('B')).toBeVisible()
    await expect(compare.play('A')).toBeVisible()
    await page.keyboard.press('2')
    await expect(compare.play('B')).toBeVisible()
  })

  await test.step('going to a point moves both, if wanted', async () => {
    const clocks = () => compare.recordings.getByText(/\d:\d\d\s*\/\s*\d:\d\d/).allInnerTexts()
    const points = compare.points.getByRole('listitem').filter({ has: page.getByRole('button', { disabled: false }) })
    const count = await points.count()
    expect(count).toBeGreaterThan(2)
    const seen = new Set<string>()
    await points.nth(0).focus()
    for (let i = 0; i < count; i++) {
      await page.keyboard.press(']')
      seen.add((await clocks()).join())
    }
    expect(seen.size).toBeGreaterThan(2)
    await page.keyboard.press('m')
    const still = await clocks()
    await page.keyboard.press('[')
    await page.keyboard.press('[')
    expect(await clocks()).toEqual(still)
  })

  await test.step('they change places, and others can be chosen', async () => {
    const line = await compare.line.innerText()
    await page.keyboard.press('s')
    await page.waitForURL(`**/#/compare/${newest}/${before}`)
    await expect(compare.line).not.toHaveText(line)
    await page.getByRole('button', { name: /Attempt A$/ }).click()
    await page.getByRole('option').nth(3).click()
    await page.waitForURL((url) => !url.hash.includes(newest))
  })
})

test('attempts without sound, and attempts at different stories, say so', async ({ start }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-e2e-'))
  const [story, other] = writeToldHistory(dataDir, { stories: 2, attempts: 20 }, 1)
  const starbeat = await start({ dataDir })
  const page = await starbeat.open()
  await page.waitForURL(/#\/library$/)
  await page.goto(starbeat.address(`/compare/${story!.attemptIds[1]}/${story!.attemptIds[0]}`))
  const compare = new ComparePage(page)
  await expect(compare.recordings.getByText('The sound of this attempt cannot be read.')).toBeVisible()
  await expect(compare.play('B')).toBeVisible()
  await expect(compare.points.getByRole('listitem').first()).toBeVisible()
  await page.goto(starbeat.address(`/compare/${other!.attemptIds[0]}/${story!.attemptIds[0]}`))
  await expect(page.getByText('These are attempts at different stories')).toBeVisible()
})

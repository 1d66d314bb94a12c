import { expect, test } from './app.ts'
import { POND, TOLD } from './documents.ts'
import { ImportPage } from './pages/import-page.ts'
import { LibraryPage } from './pages/library-page.ts'

const SITUATION = 'The pump of our fish farm stopped on a Sunday'
const BUCKETS = 'I carried water with buckets for six hours'
const PLUMBER = 'I called the plumber of the next village'
const SAVED = 'All 14 tanks were saved and the bill was 90 dollars'

test.describe('corrections', () => {
  test('parts are set by key and by menu, undone, redone and discarded', async ({ start }) => {
    const page = await (await start()).open()
    await new LibraryPage(page).enter()
    const preview = new ImportPage(page)
    await preview.preview(POND)

    await preview.focus(PLUMBER)
    await page.keyboard.press('r')
    await preview.expectPart(PLUMBER, 'Result')
    await expect(preview.corrections).toHaveText('1 correction')
    await preview.mark(BUCKETS, 'Task')
    await preview.expectPart(BUCKETS, 'Task')
    await expect(preview.corrections).toHaveText('2 corrections')

    await page.keyboard.press('Control+z')
    await preview.expectPart(BUCKETS, 'Action')
    await page.keyboard.press('Control+Shift+z')
    await preview.expectPart(BUCKETS, 'Task')
    await page.getByRole('button', { name: 'Discard all' }).click()
    await preview.expectPart(PLUMBER, 'Action')
    await page.getByRole('button', { name: 'Undo' }).click()
    await preview.expectPart(PLUMBER, 'Result')
  })

  test('several blocks and whole parts change at once, in one step', async ({ start }) => {
    const page = await (await start()).open()
    await new LibraryPage(page).enter()
    const preview = new ImportPage(page)
    await preview.preview(POND)

    await preview.focus(BUCKETS)
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('2 blocks selected')).toBeVisible()
    await page.keyboard.press('l')
    await preview.expectPart(BUCKETS, 'Learning')
    await preview.expectPart(PLUMBER, 'Learning')
    await page.keyboard.press('Control+z')
    await preview.expectPart(PLUMBER, 'Action')

    await preview.pick(page.getByRole('button', { name: 'Move all 2 points of this action' }), 'Task')
    await preview.expectPart(BUCKETS, 'Task')
    await preview.expectPart(PLUMBER, 'Task')
    await page.keyboard.press('Control+z')
    await preview.expectPart(BUCKETS, 'Action')
  })

  test('guessed parts say so, and are confirmed at once', async ({ start }) => {
    const page = await (await start()).open()
    await new LibraryPage(page).enter()
    const preview = new ImportPage(page)
    await preview.preview(TOLD)
    await expect(preview.stories.getByText('guessed', { exact: true }).first()).toBeVisible()
    await expect(preview.tab('To look at')).not.toContainText('0')
    const before = await preview.stories.getByRole('row').count()
    await page.getByRole('button', { name: 'Looks right' }).click()
    await expect(preview.stories.getByText('guessed', { exact: true })).toHaveCount(0)
    await expect(preview.stories.getByRole('row')).toHaveCount(before)
    await expect(preview.tab('To look at')).toContainText('0')
    await page.keyboard.press('Control+z')
    await expect(preview.stories.getByText('guessed', { exact: true }).first()).toBeVisible()
  })

  test('stories are split, merged, renamed and dropped; blocks become questions, notes and stories', async ({
    start,
  }) => {
    const page = await (await start()).open()
    const library = new LibraryPage(page)
    await library.enter()
    const preview = new ImportPage(page)
    await preview.preview(POND)
    await expect(preview.tab('Stories')).toContainText('2')

    await preview.mark(PLUMBER, 'Begin a new story here')
    await expect(preview.tab('Stories')).toContainText('3')
    await preview.doWithStory(PLUMBER, 'Merge with the story above')
    await expect(preview.tab('Stories')).toContainText('2')

    await preview.focus('The pump')
    await page.keyboard.press('F2')
    const title = page.getByRole('textbox', { name: 'Title of the story' })
    await expect(title).toBeFocused()
    await title.fill('The night with the buckets')
    await page.keyboard.press('Enter')
    await expect(preview.row('The night with the buckets')).toBeFocused()

    await preview.doWithStory('The frozen inlet', 'Drop (not a story)')
    await expect(preview.tab('Stories')).toContainText('1')
    await preview.mark(SITUATION, 'Question')
    await expect(preview.tab('Questions')).toContainText('2')
    await preview.focus(BUCKETS)
    await page.keyboard.press('n')
    await expect(preview.row(BUCKETS)).toContainText('note')
    await preview.focus(SAVED)
    await page.keyboard.press('x')
    await expect(preview.row(SAVED)).toHaveCount(0)

    await preview.tab('Not in a story').click()
    const loose = page.getByRole('grid', { name: 'Not in a story' }).getByRole('row', { name: SAVED })
    await loose.getByRole('button', { name: /Add to the story above/ }).click()
    await page.getByRole('menuitem', { name: 'Result' }).click()
    await preview.tab('Stories').click()
    await preview.expectPart(SAVED, 'Result')

    await preview.accept()
    await library.openStory('The night with the buckets')
    await expect(page.getByRole('region', { name: 'Result' })).toContainText(SAVED)
    await expect(page.getByRole('complementary', { name: 'Around the story' })).toContainText(SITUATION)
    await expect(page.getByRole('complementary', { name: 'Around the story' })).toContainText(BUCKETS)
    await expect(page.getByText('The frozen inlet')).toHaveCount(0)
  })

  test('the columns show each other what belongs together', async ({ start }) => {
    const page = await (await start()).open()
    await new LibraryPage(page).enter()
    const preview = new ImportPage(page)
    await preview.preview(POND)
    await preview.row(PLUMBER).hover()
    await expect(preview.line(19)).toHaveClass(/marked/)
    await preview.focus(SAVED)
    await expect(preview.line(21)).toHaveClass(/marked/)
    await expect(preview.line(21)).toBeInViewport()

    await preview.line(35).click()
    await expect(preview.tab('Not in a story')).toHaveAttribute('aria-selected', 'true')
    await preview.line(25).click()
    await expect(preview.tab('Stories')).toHaveAttribute('aria-selected', 'true')
    await expect(preview.row(/In January the inlet froze/)).toBeInViewport()
    await preview.line(9).click()
    await expect(preview.tab('Questions')).toHaveAttribute('aria-selected', 'true')
    await expect(preview.line(13)).toHaveAttribute('data-sign', 'S')
  })

  test('everything can be done by keyboard alone', async ({ start }) => {
    const page = await (await start()).open()
    await new LibraryPage(page).enter()
    const preview = new ImportPage(page)
    await preview.preview(POND)
    await preview.tab('Stories').focus()
    const isInList = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'row')
    for (let presses = 0; presses < 6 && !(await isInList()); presses++) await page.keyboard.press('Tab')
    await expect(preview.stories.getByRole('row').first()).toBeFocused()

    await page.keyboard.press('ArrowLeft')
    await expect(preview.row(BUCKETS)).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect(preview.row(SITUATION)).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    // The part that it has cannot be chosen: the first item is the next part.
    await page.keyboard.press('Enter')
    await preview.expectPart(SITUATION, 'Task')
    await expect(preview.row(SITUATION)).toBeFocused()

    await page.keyboard.press('x')
    await expect(preview.row(SITUATION)).toHaveCount(0)
    await expect(preview.row('I had to keep 14 tanks')).toBeFocused()
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('2 blocks selected')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('2 blocks selected')).toHaveCount(0)
    await page.keyboard.press('End')
    await expect(preview.row('The water ran at 11:40')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  })
})

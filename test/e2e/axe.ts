import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Expects that axe finds nothing on the page as it stands; `screen` names it in the failure. */
export async function check(page: Page, screen: string): Promise<void> {
  // Colours on their way from one to another are nobody's contrast.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${screen}: ${id} at ${nodes.map((node) => node.target).join(', ')}`)
  expect.soft(found).toEqual([])
}

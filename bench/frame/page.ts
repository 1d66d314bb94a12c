import type { Page } from '@playwright/test'
import { findBrowser } from '../../electron/hosts/browser/open-window.ts'
import { buildApp, isStale } from '../../electron/launch/build-app.ts'
import type { OpenOptions, Starbeat } from '../../test/e2e/app.ts'
import { startBrowserHost } from '../../test/e2e/browser-host.ts'
import { ROOT } from './places.ts'

export const NO_BROWSER = 'left out: no Chromium or Chrome is installed here'

export const hasBrowser = (): boolean => findBrowser() !== null

/** The built app, made anew where sources are newer; starting must not include building. */
export async function ensureBuilt(): Promise<void> {
  if (isStale(ROOT)) await buildApp(ROOT)
}

/** Gives some work the app behind the browser host, over a data folder. */
export async function withHost<T>(dataDir: string, work: (starbeat: Starbeat) => Promise<T>): Promise<T> {
  await ensureBuilt()
  const starbeat = await startBrowserHost({
    root: ROOT,
    dataDir,
    modelFile: null,
    offers: null,
    now: null,
    foreign: [],
  })
  try {
    return await work(starbeat)
  } finally {
    await starbeat.stop()
  }
}

/** The same with a page of it in a real Chromium. */
export const withPage = <T>(
  dataDir: string,
  work: (page: Page, starbeat: Starbeat) => Promise<T>,
  options?: OpenOptions,
): Promise<T> => withHost(dataDir, async (starbeat) => work(await starbeat.open(options), starbeat))

/**
 * Milliseconds from the start of loading the page to the frame that shows `selector`, by the page's own clock. The page
 * must have been opened before; it is loaded again at `screen`.
 */
export async function loadedUntil(page: Page, starbeat: Starbeat, screen: string, selector: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(starbeat.address(screen))
  return page.evaluate(untilShown, { selector, since: 0 })
}

/** Milliseconds from going to another screen of the loaded page to the frame that shows `selector`. */
export const shownAfter = (page: Page, screen: string, selector: string): Promise<number> =>
  page.evaluate(
    async ({ screen, selector, until }) => {
      const since = performance.now()
      location.hash = screen
      return new Function(`return (${until})(arguments[0])`)({ selector, since })
    },
    { screen, selector, until: untilShown.toString() },
  )

/** Runs in the page. What is drawn is seen after the frame: a task behind it. */
function untilShown({ selector, since }: { selector: string; since: number }): Promise<number> {
  const isThere = (root: Document | ShadowRoot): boolean =>
    root.querySelector(selector) !== null ||
    [...root.querySelectorAll('*')].some((element) => element.shadowRoot !== null && isThere(element.shadowRoot))
  return new Promise((resolve) => {
    const look = () => {
      if (!isThere(document)) return void requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)))
    }
    look()
  })
}

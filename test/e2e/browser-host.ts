import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../../electron/hosts/browser/open-window.ts'
import type { StartHost } from './app.ts'
import { microphoneSwitches, rootSwitches } from './microphone.ts'
import { watchRequests } from './requests.ts'

/** The browser host, as `npm start` runs it, and an installed Chromium to look at it with. */
export const startBrowserHost: StartHost = async ({ root, dataDir, modelFile, offers, now, foreign }) => {
  const model = modelFile ? ['--model', modelFile] : []
  // What npm runs, without npm in between: a kill must reach the app itself.
  const args =
    offers || now !== null
      ? [
          'test/e2e/test-host.ts',
          '--data',
          dataDir,
          ...model,
          ...Object.entries(offers ?? {}).flatMap(([id, file]) => ['--as', `${id}=${file}`]),
          ...(now === null ? [] : ['--now', String(now)]),
        ]
      : ['electron/launch/start.mjs', '--host', 'browser', '--no-open', '--data', dataDir, ...model]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const startedAt = Date.now()
  const exited = once(child, 'exit')
  const url = await readyUrl(child)
  const browsers: Browser[] = []

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return {
    dataDir,
    address: (screen) => `${new URL(url).origin}/#${screen}`,
    kill: () => end('SIGKILL'),
    async stop() {
      for (const browser of browsers) await browser.close()
      await end('SIGTERM')
    },
    async open({ microphone, colorScheme = 'light', viewport = { width: 1280, height: 800 } } = {}) {
      const browser = await launchBrowser(microphone)
      browsers.push(browser)
      const context = await browser.newContext({ colorScheme, viewport, permissions: ['microphone'] })
      watchRequests(context, foreign)
      if (now !== null) await context.clock.setSystemTime(now + (Date.now() - startedAt))
      const page = await context.newPage()
      await page.goto(url)
      return page
    },
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk
      const match = /Starbeat is ready at (\S+)/.exec(printed)
      if (match) resolve(match[1]!)
    })
    child.once('exit', () => reject(new Error(`Starbeat ended before it was ready:\n${printed}`)))
  })
}

function launchBrowser(microphone?: string): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) {
    throw new Error('No Chromium or Chrome was found: on Debian, run bash test/install-system.sh as root.')
  }
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({
    executablePath,
    args: [...microphoneSwitches(microphone), ...quiet, '--disable-quic', ...rootSwitches()],
  })
}

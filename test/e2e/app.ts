import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import { Launcher } from 'chrome-launcher'

const ROOT = join(import.meta.dirname, '../..')
export const FIXTURES = join(ROOT, 'test/fixtures')
export const SHARED = join(ROOT, '../shared')
export const MICRO_MODEL = join(FIXTURES, 'ggml-micro.en.bin')
export const ANSWER_WAV = join(FIXTURES, 'build-pipeline.wav')

export interface StartOptions {
  /** The folder of a former start, to see what lasts. */
  readonly dataDir?: string
  /** A speech model; none by default. */
  readonly modelFile?: string
}

export interface OpenOptions {
  /** What the microphone hears, once; a beeping test signal by default. */
  readonly microphone?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { width: number; height: number }
}

/** Starbeat as a user starts it, and a browser to look at it with. */
export interface Starbeat {
  readonly dataDir: string
  readonly url: string
  readonly process: ChildProcess
  open(options?: OpenOptions): Promise<Page>
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Ends it as a crash does. */
  kill(): Promise<void>
}

type Fixtures = { start(options?: StartOptions): Promise<Starbeat> }

/** Tests get `start`; whatever they started ends with them, and any request beyond this machine fails them. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  start: async ({}, use) => {
    const started: Starbeat[] = []
    const browsers: Browser[] = []
    const foreignRequests: string[] = []
    await use(async (options = {}) => {
      const starbeat = await startHost(options, browsers, foreignRequests)
      started.push(starbeat)
      return starbeat
    })
    for (const browser of browsers) await browser.close()
    for (const starbeat of started) {
      await starbeat.stop()
      rmSync(starbeat.dataDir, { recursive: true, force: true })
    }
    expect(foreignRequests, 'requests beyond this machine').toEqual([])
  },
})

async function startHost(options: StartOptions, browsers: Browser[], foreign: string[]): Promise<Starbeat> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'starbeat-e2e-'))
  const model = options.modelFile ? ['--model', options.modelFile] : []
  // What `npm start` runs, without npm in between: a kill must reach the app itself.
  const args = ['electron/launch/start.mjs', '--host', 'browser', '--no-open', '--data', dataDir, ...model]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const url = await readyUrl(child)

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return {
    dataDir,
    url,
    process: child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async open(openOptions = {}) {
      const { browser, context } = await openBrowser(openOptions, foreign)
      browsers.push(browser)
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

async function openBrowser(options: OpenOptions, foreign: string[]) {
  const { microphone, colorScheme = 'light', viewport = { width: 1280, height: 800 } } = options
  const browser = await chromium.launch({
    executablePath: installedBrowser(),
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}%noloop`] : []),
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const context = await browser.newContext({ colorScheme, viewport, permissions: ['microphone'] })
  watchRequests(context, foreign)
  return { browser, context }
}

/** A request that the page's own policy blocks never leaves it: only what goes out counts. */
function watchRequests(context: BrowserContext, foreign: string[]): void {
  context.on('response', (response) => {
    const { protocol, hostname } = new URL(response.url())
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') foreign.push(response.url())
  })
  context.on('requestfailed', (request) => {
    const { hostname } = new URL(request.url())
    const blocked = /csp|ERR_BLOCKED_BY_CSP/i.test(request.failure()?.errorText ?? '')
    if (hostname !== '127.0.0.1' && hostname !== '' && !blocked) foreign.push(request.url())
  })
}

function installedBrowser(): string {
  const path = Launcher.getFirstInstallation()
  if (!path) throw new Error('No Chromium or Chrome was found: on Debian, run bash test/install-system.sh as root.')
  return path
}

/** Skips a test that needs what only the workshop has, and says so. */
export function needsShared(path: string): string {
  const full = join(SHARED, path)
  base.skip(!existsSync(full), `../shared/${path} is not here`)
  return full
}

export { expect } from '@playwright/test'

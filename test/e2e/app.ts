import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { findElectron } from '../../electron/launch/electron-binary.ts'
import { startBrowserHost } from './browser-host.ts'
import { startElectronHost } from './electron-host.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const FIXTURES = join(ROOT, 'test/fixtures')
export const MICRO_MODEL = join(FIXTURES, 'ggml-micro.en.bin')
export const ANSWER_WAV = join(FIXTURES, 'build-pipeline.wav')
export const BANK = join(FIXTURES, 'build-pipeline.md')
export const STORY = 'Tell me about a time you improved something that nobody owned'

export interface StartOptions {
  /** The folder of a former start, to see what lasts. */
  readonly dataDir?: string
  /** A speech model; none by default. */
  readonly modelFile?: string
  /** Files that stand for entries of the model catalogue, by their ids; in the browser host only. */
  readonly offers?: Readonly<Record<string, string>>
  /** The time at which it starts, in milliseconds since 1970; it runs on from there. In the browser host only. */
  readonly now?: number
}

export interface OpenOptions {
  /** What the microphone hears, once; a beeping test signal by default. */
  readonly microphone?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { width: number; height: number }
}

/** Starbeat as a user starts it, in one of its hosts. */
export interface Starbeat {
  readonly dataDir: string
  open(options?: OpenOptions): Promise<Page>
  /** The address of a screen: `/library`, `/settings`… */
  address(screen: string): string
  /** Ends it as a user does. */
  stop(): Promise<void>
  /** Ends it as a crash does. */
  kill(): Promise<void>
}

/** What a host of the tests must offer; `foreign` collects requests beyond this machine. */
export type StartHost = (options: {
  root: string
  dataDir: string
  modelFile: string | null
  offers: Readonly<Record<string, string>> | null
  now: number | null
  foreign: string[]
}) => Promise<Starbeat>

const electron = findElectron(ROOT)
export const usesElectron = process.env.STARBEAT_E2E_HOST === 'electron'
if (usesElectron && !electron)
  throw new Error('STARBEAT_E2E_HOST=electron, but its program is missing: npx install-electron')
if (!usesElectron) console.log('running against the browser host; STARBEAT_E2E_HOST=electron runs against Electron')

const startHost: StartHost = (options) =>
  usesElectron ? startElectronHost(electron!, options) : startBrowserHost(options)

/** Tests get `start`; whatever they started ends with them, and any request beyond this machine fails them. */
export const test = base.extend<{ start(options?: StartOptions): Promise<Starbeat> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  start: async ({}, use) => {
    const started: Starbeat[] = []
    const foreign: string[] = []
    await use(
      async ({
        dataDir = mkdtempSync(join(tmpdir(), 'starbeat-e2e-')),
        modelFile = null,
        offers = null,
        now = null,
      } = {}) => {
        const starbeat = await startHost({ root: ROOT, dataDir, modelFile, offers, now, foreign })
        started.push(starbeat)
        return starbeat
      },
    )
    for (const starbeat of started.reverse()) await starbeat.stop()
    for (const { dataDir } of started) if (existsSync(dataDir)) rmSync(dataDir, { recursive: true, force: true })
    expect(foreign, 'requests beyond this machine').toEqual([])
  },
})

/** A file of the workshop's own data; the test is skipped, saying so, where that is absent. */
export function needsShared(path: string): string {
  const full = join(ROOT, '../shared', path)
  base.skip(!existsSync(full), `../shared/${path} is not here`)
  return full
}

export { expect }

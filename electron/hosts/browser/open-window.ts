import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Launcher } from 'chrome-launcher'

export type WindowOutcome =
  | { kind: 'no-browser' }
  | { kind: 'opened'; closed: Promise<'by-user' | 'failed'>; close(): void }

/** Chromium's own traffic (updates, sync, telemetry) stays off: Starbeat is offline. */
export const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/**
 * Opens the app in an installed Chromium or Chrome as a window of its own, with a profile of its own, so that the
 * microphone is asked for once and closing the window ends the browser.
 */
export function openWindow(url: string, profileDir: string): WindowOutcome {
  const browser = findBrowser()
  if (!browser) return { kind: 'no-browser' }
  mkdirSync(profileDir, { recursive: true })
  const args = [`--app=${url}`, `--user-data-dir=${profileDir}`, '--window-size=1280,800', ...QUIET, ...rootSwitches()]
  const child = spawn(browser, args, { stdio: 'ignore' })
  const closed = new Promise<'by-user' | 'failed'>((resolve) => {
    child.once('error', () => resolve('failed'))
    child.once('exit', (code) => resolve(code === 0 ? 'by-user' : 'failed'))
  })
  return { kind: 'opened', closed, close: () => void child.kill() }
}

/** Chromium's sandbox does not work as root, as in containers. */
export const rootSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** The program of an installed Chromium or Chrome, null when there is none: chrome-launcher throws then, on most systems. */
export function findBrowser(find: () => string | undefined = () => Launcher.getFirstInstallation()): string | null {
  try {
    return find() ?? null
  } catch {
    return null
  }
}

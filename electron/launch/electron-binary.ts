import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Electron program that npm's package has fetched, or null when it was not fetched yet. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules/electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Fetches the Electron program with the package's own installer; answers whether that worked. */
export function fetchElectron(root: string): Promise<boolean> {
  const installer = join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

const STARTING_MS = 5000

/**
 * True for an end that Chromium comes to before any window: a library that is missing (127), or its sandbox refused by
 * the system (Ubuntu 24.04 does), on which it aborts itself.
 */
export const couldNotRun = (code: number | null, signal: NodeJS.Signals | null, afterMs: number): boolean =>
  afterMs < STARTING_MS && (code === 127 || signal === 'SIGTRAP' || signal === 'SIGABRT')

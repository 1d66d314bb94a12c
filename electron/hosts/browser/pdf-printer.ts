import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '#domain/errors'
import type { PdfPrinter } from '../../services/ports/export.ts'
import { findBrowser, QUIET, rootSwitches } from './open-window.ts'

/** A browser that is stuck is given up. Milliseconds. */
const PATIENCE_MS = 60_000

/** Prints with an installed Chromium or Chrome, without a window and without a network; nothing of it stays on the disk. */
export function createPdfPrinter(find: () => string | null = findBrowser): PdfPrinter {
  return {
    async print(html, signal) {
      signal.throwIfAborted()
      const browser = find()
      if (!browser) throw new AppError('pdf-unavailable')
      const folder = await mkdtemp(join(tmpdir(), 'starbeat-print-'))
      try {
        const page = join(folder, 'page.html')
        const pdf = join(folder, 'page.pdf')
        await writeFile(page, html, { mode: 0o600 })
        await run(browser, printSwitches(page, pdf, join(folder, 'profile')), signal)
        return new Uint8Array(await readFile(pdf))
      } catch (cause) {
        signal.throwIfAborted()
        throw new AppError('pdf-unavailable', { cause })
      } finally {
        // Its helpers may still be writing their last words into the profile.
        await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      }
    },
  }
}

/** How a page is printed: in a profile of its own, with every name unknown, so that nothing can be fetched. */
export const printSwitches = (page: string, pdf: string, profileDir: string): string[] => [
  '--headless',
  `--print-to-pdf=${pdf}`,
  '--no-pdf-header-footer',
  `--user-data-dir=${profileDir}`,
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-gpu',
  '--disable-extensions',
  ...QUIET,
  ...rootSwitches(),
  pathToFileURL(page).href,
]

function run(program: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', signal: limit, killSignal: 'SIGKILL' })
    let failure: Error | null = null
    child.once('error', (error) => {
      failure = error
      // A program that never began has no end to wait for.
      if (child.pid === undefined) reject(error)
    })
    child.once('close', (code) => {
      if (failure === null && code === 0) resolve()
      else reject(failure ?? new Error(`the browser ended with ${code}`))
    })
  })
}

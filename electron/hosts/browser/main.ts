import { join } from 'node:path'
import { AppError } from '#domain/errors'
import { environmentProxies } from '../../adapters/models/proxies.ts'
import { type AppPaths, compose } from '../compose.ts'
import { explain } from '../explain.ts'
import { openApp } from '../reopening.ts'
import { openWindow } from './open-window.ts'
import { createPdfPrinter } from './pdf-printer.ts'
import { type BrowserServer, startServer } from './server.ts'

export interface BrowserHostOptions {
  readonly paths: AppPaths
  readonly rendererDir: string
  readonly version: string
  readonly modelFile: string | null
  readonly open: boolean
}

/** Runs Starbeat behind a local web server until its window is closed or the process is told to end. */
export async function runBrowserHost(options: BrowserHostOptions): Promise<void> {
  const { paths, version, modelFile } = options
  const lost = Promise.withResolvers<void>()
  const common = { paths, host: 'browser', version, modelFile } as const
  const app = await openApp(
    (reopening) =>
      compose({ ...common, proxies: environmentProxies(process.env), printer: createPdfPrinter(), reopening }),
    lost.reject,
  )
  const server = await startServer(app, options.rendererDir)
  const ended = Promise.race([untilToldToEnd(), lost.promise])
  try {
    if (options.open) await showWindow(server, paths, ended)
    else {
      console.log(`Starbeat is ready at ${server.url}`)
      await ended
    }
  } finally {
    await server.close()
  }
  await app.close()
}

async function showWindow(server: BrowserServer, paths: AppPaths, ended: Promise<void>): Promise<void> {
  const { url } = server
  const window = openWindow(url, join(paths.dataDir, 'browser-profile'))
  if (window.kind === 'no-browser') {
    console.log(`No Chromium or Chrome was found. Open this address in your browser:\n${url}`)
    return ended
  }
  console.log(`Starbeat is open in its own window. If you do not see it, open ${url}`)
  const reason = await Promise.race([window.closed, ended])
  // Without its process the window would stay, empty, and keep ours from ending.
  if (reason === undefined) return window.close()
  // A browser that runs already, left behind by a crash, takes the page over and lets the new process end at once.
  if (reason === 'by-user') return Promise.race([server.untilUnused(), ended])
  console.log(`The browser window could not be opened. Open this address in your browser:\n${url}`)
  return ended
}

function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** Like `runBrowserHost`, but an expected failure is said in plain words and sets the exit code. */
export async function main(options: BrowserHostOptions): Promise<void> {
  try {
    await runBrowserHost(options)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    console.error(explain(error, options.paths.dataDir))
    process.exitCode = 1
  }
}

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AppError } from '#domain/errors'
import { buildEngine } from '../adapters/whisper/engine/build.ts'
import { takeDataFolder } from '../hosts/data-lock.ts'
import { explain } from '../hosts/explain.ts'
import { buildApp, isStale } from './build-app.ts'
import { couldNotRun, fetchElectron, findElectron } from './electron-binary.ts'
import { type Flags, readFlags, USAGE } from './flags.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Opens Starbeat out of a checkout: builds what is missing, picks a host, runs it until it ends. */
export async function launch(args: readonly string[]): Promise<void> {
  const flags = flagsOrUsage(args)
  if (!flags) return
  if (isStale(ROOT)) {
    console.log('Building Starbeat (a few seconds, only after changes)…')
    await buildApp(ROOT)
  }
  await ensureEngine()

  if (!wantsBrowser(flags)) {
    const electron = await electronProgram()
    if (electron && (await runElectron(electron, flags))) return
    const reason = `Electron ${electron ? 'cannot run on this system' : 'could not be fetched'}`
    if (flags.host === 'electron') return fail(`${reason}. Try --host browser.`)
    console.log(`${reason}; opening Starbeat in an installed browser instead.`)
  }
  await runBrowser(flags)
}

function flagsOrUsage(args: readonly string[]): Flags | null {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE)
    return null
  }
  try {
    return readFlags(args)
  } catch (error) {
    fail(`${(error as Error).message}\n\n${USAGE}`, 2)
    return null
  }
}

async function ensureEngine(): Promise<void> {
  let announced = false
  const outcome = await buildEngine({
    portable: false,
    report(fraction) {
      if (!announced) console.log('Building the speech engine for this machine (once, about two minutes)…')
      announced = true
      if (process.stdout.isTTY) process.stdout.write(`\r  ${Math.round(fraction * 100)} %`)
    },
  })
  if (announced && process.stdout.isTTY) process.stdout.write('\r')
  if (outcome.kind === 'built') console.log(`The speech engine is ready (${outcome.seconds} s).`)
  if (outcome.kind === 'failed') {
    console.log(`Starbeat runs on without transcription: the speech engine could not be built.\n${outcome.reason}`)
  }
}

/** Without a window there is only the address to print, which the browser host alone has. */
const wantsBrowser = (flags: Flags): boolean => flags.host === 'browser' || (flags.host === 'auto' && !flags.open)

async function electronProgram(): Promise<string | null> {
  const present = findElectron(ROOT)
  if (present) return present
  console.log('Fetching Electron (once, about 120 MB)…')
  return (await fetchElectron(ROOT)) ? findElectron(ROOT) : null
}

/** Answers false when the program cannot run on this system; otherwise resolves when it has ended. */
function runElectron(program: string, flags: Flags): Promise<boolean> {
  const model = flags.modelFile ? [`--model=${flags.modelFile}`] : []
  const child = spawn(program, [ROOT, `--data=${flags.dataDir}`, ...model], { stdio: 'inherit' })
  // Ctrl-C reaches Electron by itself; a second one would cut its ending short.
  const passOn = (signal: NodeJS.Signals) => void (signal !== 'SIGINT' && child.kill(signal))
  for (const signal of END_SIGNALS) process.on(signal, passOn)
  const startedAt = performance.now()
  const ran = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code, signal) => {
      if (couldNotRun(code, signal, performance.now() - startedAt)) return resolve(false)
      process.exitCode = code ?? 1
      resolve(true)
    })
  })
  return ran.finally(() => {
    for (const signal of END_SIGNALS) process.off(signal, passOn)
  })
}

const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function runBrowser(flags: Flags): Promise<void> {
  try {
    await takeDataFolder(flags.dataDir)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return fail(explain(error, flags.dataDir))
  }
  const { main } = await import(pathToFileURL(join(ROOT, 'out/main/browser.js')).href)
  await main({
    paths: { dataDir: flags.dataDir, resourcesDir: join(ROOT, 'resources') },
    rendererDir: join(ROOT, 'out/renderer'),
    version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    modelFile: flags.modelFile,
    open: flags.open,
  })
}

function fail(message: string, exitCode = 1): void {
  console.error(message)
  process.exitCode = exitCode
}

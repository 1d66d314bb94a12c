import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AppError } from '#domain/errors'
import { buildEngine } from '../adapters/whisper/engine/build.ts'
import { explain } from '../hosts/explain.ts'
import { buildApp, isStale } from './build-app.ts'
import { takeDataFolder } from './data-lock.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'
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

  const electron = wantsBrowser(flags) ? null : await electronProgram(flags)
  if (electron) return runElectron(electron, flags)
  if (flags.host === 'electron') return fail('Electron is not there and could not be fetched. Try --host browser.')
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

async function electronProgram(flags: Flags): Promise<string | null> {
  const present = findElectron(ROOT)
  if (present) return present
  console.log('Fetching Electron (once, about 120 MB)…')
  const fetched = (await fetchElectron(ROOT)) ? findElectron(ROOT) : null
  if (!fetched && flags.host === 'auto') {
    console.log('Electron could not be fetched; opening Starbeat in an installed browser instead.')
  }
  return fetched
}

function runElectron(program: string, flags: Flags): Promise<void> {
  const model = flags.modelFile ? [`--model=${flags.modelFile}`] : []
  const child = spawn(program, [ROOT, `--data=${flags.dataDir}`, ...model], { stdio: 'inherit' })
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      process.exitCode = code ?? 1
      resolve()
    })
  })
}

async function runBrowser(flags: Flags): Promise<void> {
  if (!(await takeDataFolder(flags.dataDir))) return fail(explain(new AppError('data-folder-taken'), flags.dataDir))
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

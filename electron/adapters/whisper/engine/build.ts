import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { enginePaths } from './paths.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '../../../..')
const SOURCE = join(ROOT, 'node_modules/nodejs-whisper/cpp/whisper.cpp')

const COMMON_FLAGS = ['-DCMAKE_BUILD_TYPE=Release', '-DWHISPER_CURL=OFF', '-DWHISPER_SDL2=OFF']
/** For this machine alone: every instruction its processor has, one file per program. */
const NATIVE_FLAGS = [...COMMON_FLAGS, '-DBUILD_SHARED_LIBS=OFF', '-DGGML_NATIVE=ON']
/** For installers: one library per processor generation, chosen when the engine starts. */
const PORTABLE_FLAGS = [
  ...COMMON_FLAGS,
  '-DBUILD_SHARED_LIBS=ON',
  '-DGGML_NATIVE=OFF',
  '-DGGML_BACKEND_DL=ON',
  '-DGGML_CPU_ALL_VARIANTS=ON',
]

export type BuildOutcome =
  | { kind: 'present'; version: string }
  | { kind: 'built'; version: string; seconds: number }
  | { kind: 'failed'; reason: string }

/**
 * Builds the speech engine unless the same version with the same flags is already there.
 * `report` gets a fraction (0-1) that never falls back. Never throws: a failure is an outcome with a reason to show.
 */
export async function buildEngine(options: {
  portable: boolean
  report(fraction: number): void
}): Promise<BuildOutcome> {
  if (!existsSync(SOURCE)) return { kind: 'failed', reason: 'The sources of whisper.cpp are missing: run npm ci.' }
  const flags = options.portable ? PORTABLE_FLAGS : NATIVE_FLAGS
  const version = sourceVersion()
  const key = buildKey(version, flags)
  const paths = enginePaths(join(ROOT, 'resources'))
  if (presentKey(paths.stamp) === key) return { kind: 'present', version }

  const startedAt = performance.now()
  const work = join(ROOT, 'resources/engine', `.build-${key}-${process.pid}`)
  try {
    await mkdir(work, { recursive: true })
    await run('cmake', ['-S', HERE, '-B', work, `-DWHISPER_SOURCE=${SOURCE}`, ...flags], () => {})
    const targets = [
      '--target',
      'whisper-server',
      'whisper-cli',
      'voice-activity',
      '--parallel',
      String(availableParallelism()),
    ]
    await run('cmake', ['--build', work, '--config', 'Release', ...targets], (line) => {
      const fraction = buildProgress(line)
      if (fraction !== null) options.report(fraction)
    })
    await install(work, paths.folder)
    await writeFile(paths.stamp, `${JSON.stringify({ key, version, flags }, null, 2)}\n`)
    return { kind: 'built', version, seconds: Math.round((performance.now() - startedAt) / 1000) }
  } catch (error) {
    return { kind: 'failed', reason: failureReason(error) }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The fraction in a line of make's or ninja's output, null when the line has none. */
export function buildProgress(line: string): number | null {
  const percent = /^\[\s*(\d+)%\]/.exec(line)
  if (percent) return Number(percent[1]) / 100
  const steps = /^\[(\d+)\/(\d+)\]/.exec(line)
  return steps ? Number(steps[1]) / Number(steps[2]) : null
}

function sourceVersion(): string {
  const cmake = readFileSync(join(SOURCE, 'CMakeLists.txt'), 'utf8')
  return /VERSION (\d+\.\d+\.\d+)/.exec(cmake)?.[1] ?? 'unknown'
}

function buildKey(version: string, flags: readonly string[]): string {
  const own = ['CMakeLists.txt', 'parent-watch.cpp', 'voice-activity.cpp'].map((name) =>
    readFileSync(join(HERE, name), 'utf8'),
  )
  const parts = [version, process.platform, process.arch, ...flags, ...own]
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}

function presentKey(stamp: string): string | null {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).key
  } catch {
    return null
  }
}

/** Swaps the finished programs in as a whole, so that a half-built folder is never used. */
async function install(work: string, folder: string): Promise<void> {
  const fresh = `${folder}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  for (const bin of [join(work, 'bin'), join(work, 'bin/Release')].filter(existsSync)) {
    for (const file of await readdir(bin, { withFileTypes: true })) {
      if (!file.isDirectory()) await cp(join(bin, file.name), join(fresh, file.name), { verbatimSymlinks: true })
    }
  }
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
}

class CommandFailed extends Error {
  readonly command: string
  readonly missing: boolean
  readonly output: string
  constructor(command: string, missing: boolean, output: string) {
    super(`${command} failed`)
    this.command = command
    this.missing = missing
    this.output = output
  }
}

function run(command: string, args: readonly string[], onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let tail = ''
    const read = (chunk: Buffer) => {
      const text = chunk.toString()
      tail = (tail + text).slice(-4000)
      for (const line of text.split('\n')) onLine(line)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', () => reject(new CommandFailed(command, true, tail)))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new CommandFailed(command, false, tail))))
  })
}

function failureReason(error: unknown): string {
  if (!(error instanceof CommandFailed)) return error instanceof Error ? error.message : String(error)
  if (error.missing)
    return `${error.command} is not installed: install cmake and a C++ compiler (on Debian: apt install cmake g++).`
  if (/No CMAKE_C(XX)?_COMPILER could be found|CMAKE_CXX_COMPILER.*not (set|found)/i.test(error.output))
    return 'No C++ compiler was found: install one (on Debian: apt install g++).'
  return `${error.command} failed:\n${error.output.trim().split('\n').slice(-12).join('\n')}`
}

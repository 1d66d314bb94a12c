import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import type { Bench } from './frame/bench.ts'
import { appThreads, commandLine } from './frame/command-line.ts'
import { asRatio, inSeconds, median, pairedRatio } from './frame/figures.ts'
import { inTurns, timed } from './frame/measure.ts'
import { type Shape, writeShape } from './frame/models.ts'
import { ENGINE, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'

const run = promisify(execFile)
const SECONDS = 29
const OTHERS = ['whisper-node@1.1.1', '@fugood/whisper.node@1.1.3'] as const

/** A way to transcribe the sound once, in milliseconds, with the model loaded before. */
interface Contestant {
  once(): Promise<number>
  close(): Promise<void>
}
type Open = (folder: string, model: string, wav: string) => Promise<Contestant>

const ours: Open = async (_folder, path, wav) => {
  const engine = createWhisperEngine(ENGINE)
  const model = await createModelStore('').inspect(path)
  const options = { signal: new AbortController().signal, report: () => {} }
  const ask = () => engine.transcribe({ wavPath: wav }, model, options)
  await ask()
  return { once: async () => (await timed(ask)).ms, close: () => engine.close() }
}

/** Its wrapper starts the program of its whisper.cpp (1.5.0) anew for every file; the program is timed without loading. */
const whisperNode: Open = async (folder, model, wav) => {
  const sources = join(folder, 'node_modules/whisper-node/lib/whisper.cpp')
  await run('make', ['-C', sources, 'main'], { maxBuffer: 64 * 1024 * 1024 })
  const once = async () => {
    const { totalMs, loadMs } = await commandLine(join(sources, 'main'), model, [wav])
    return totalMs - loadMs
  }
  return { once, close: async () => {} }
}

interface FugoodContext {
  transcribeFile(path: string, options: object): { promise: Promise<unknown> }
  release(): Promise<void>
}

const fugood: Open = async (folder, model, wav) => {
  const { initWhisper } = createRequire(join(folder, 'package.json'))('@fugood/whisper.node') as {
    initWhisper(options: object): Promise<FugoodContext>
  }
  const context = await initWhisper({ filePath: model, useGpu: false })
  const options = { language: 'en', maxThreads: appThreads(), maxContext: 0, temperatureInc: 0, tokenTimestamps: true }
  const once = async () => (await timed(() => context.transcribeFile(wav, options).promise)).ms
  return { once, close: () => context.release() }
}

/** Installs the others into a folder; false when the registry cannot be reached. */
async function install(folder: string): Promise<boolean> {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0', '--fetch-timeout=30000']
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  try {
    await run(npm, ['install', '--prefix', folder, ...flags, ...OTHERS], { shell: process.platform === 'win32' })
    return true
  } catch {
    return false
  }
}

/** Null, said in a note, where a program cannot be built or loaded here. */
async function compare(open: Open, folder: string, model: string, wav: string, rounds: number) {
  const own = await ours(folder, model, wav)
  const other = await open(folder, model, wav).catch(() => null)
  try {
    return other && (await inTurns(rounds, { own: own.once, other: other.once }))
  } finally {
    await other?.close()
    await own.close()
  }
}

async function rowsOf(folder: string, shapes: readonly Shape[], rounds: number, notes: string[]): Promise<string[][]> {
  const wav = writeWav(folder, 'sound', joinedSamples(SECONDS))
  const rows: string[][] = []
  for (const shape of shapes) {
    const model = await writeShape(folder, shape)
    for (const [name, open] of [
      ['whisper-node', whisperNode],
      ['@fugood/whisper.node', fugood],
    ] as const) {
      const figures = await compare(open, folder, model, wav, rounds)
      if (!figures) notes.push(`left out: ${name} cannot be built or loaded here (${shape})`)
      else {
        const { own, other } = figures
        rows.push([
          `${shape}, ${name}`,
          inSeconds(median(own)),
          inSeconds(median(other)),
          asRatio(pairedRatio(other, own)),
        ])
      }
    }
  }
  return rows
}

export const bench: Bench = {
  about: 'our engine against whisper-node 1.1.1 and @fugood/whisper.node 1.1.3, installed into a scratch folder',
  run: ({ shapes, rounds }) =>
    inScratch(async (folder) => {
      const notes = [
        `${SECONDS} s of joined recordings, ${appThreads()} threads, no second tries; medians of rounds taken in turns, without loading the model`,
        'whisper-node: the program of its whisper.cpp 1.5.0 as its own `make` builds it; its wrapper loads the model again for every file, which is not counted',
      ]
      const isInstalled = existsSync(ENGINE.server) && (await install(folder))
      if (!isInstalled) notes.push(existsSync(ENGINE.server) ? 'left out: the registry cannot be reached' : NOT_BUILT)
      // The other packages take minutes for larger shapes.
      const measured = shapes.filter((shape) => shape === 'tiny' || shape === 'base')
      const rows = isInstalled ? await rowsOf(folder, measured, Math.min(rounds, 3), notes) : []
      return [
        {
          title: 'Our engine against other packages',
          columns: ['shape, package', 'ours', 'theirs', 'theirs / ours'],
          rows,
          notes,
        },
      ]
    }),
}

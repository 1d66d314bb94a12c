import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { stepBack } from '../../electron/adapters/whisper/priority.ts'
import type { DecodingSettings } from '../../electron/services/ports/speech.ts'
import { PLAIN } from './models.ts'

const run = promisify(execFile)

export interface CommandLineOptions {
  readonly threads?: number
  /** Positions (20 ms each) of the audio window that are computed; 0 for all. */
  readonly audioContext?: number
  readonly decoding?: DecodingSettings
  /** Texts are wanted: they are written beside the files and read back. */
  readonly withTexts?: boolean
}

export interface CommandLineRun {
  /** From start to end as the program itself measures it, and the part of it that loaded the model. Milliseconds. */
  readonly totalMs: number
  readonly loadMs: number
  readonly encodeMs: number
  readonly decodeMs: number
}

/** The threads that the app gives to its engine. */
export const appThreads = (): number => Math.max(1, Math.min(8, availableParallelism()))

/** The settings with which the app asks its resident engine, for the command line: times for every token included. */
export function commandLineArguments(model: string, files: readonly string[], options: CommandLineOptions): string[] {
  const { threads = appThreads(), audioContext = 0, decoding = PLAIN, withTexts = false } = options
  const { maxContext, beamSize, bestOf, temperatureStep } = decoding
  return [
    ...['-m', model, ...files.flatMap((file) => ['-f', file])],
    ...['-t', String(threads), '-l', 'en', '-mc', String(maxContext), '-bs', String(beamSize), '-bo', String(bestOf)],
    ...(temperatureStep === 0 ? ['-nf'] : []),
    ...['-ml', '100000'],
    ...(audioContext === 0 ? [] : ['-ac', String(audioContext)]),
    ...(withTexts ? ['-otxt'] : []),
  ]
}

/** Runs whisper.cpp's own command line, of any version, over some files with one model. */
export async function commandLine(
  program: string,
  model: string,
  files: readonly string[],
  options: CommandLineOptions = {},
): Promise<CommandLineRun> {
  const running = run(program, commandLineArguments(model, files, options), {
    env: { ...process.env, GOMP_SPINCOUNT: '1000' },
    maxBuffer: 64 * 1024 * 1024,
  })
  // As the app does with its engine: on a busy machine both wait alike.
  stepBack(running.child.pid)
  return readTimings((await running).stderr)
}

/** What the command line wrote down of a file, when texts were wanted. */
export const textBeside = (wav: string): string => readFileSync(`${wav}.txt`, 'utf8').trim()

/** The figures that whisper.cpp prints when it ends. */
export function readTimings(printed: string): CommandLineRun {
  const field = (name: string) => {
    const found = new RegExp(`${name} time =\\s*([\\d.]+) ms`).exec(printed)
    if (!found) throw new Error(`whisper-cli did not print its ${name} time`)
    return Number(found[1])
  }
  return { totalMs: field('total'), loadMs: field('load'), encodeMs: field('encode'), decodeMs: field('decode') }
}

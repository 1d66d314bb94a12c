import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#domain/errors'
import type { SpeechModel } from '../../services/ports/speech.ts'
import type { EnginePaths } from './engine/paths.ts'
import { stepBack } from './priority.ts'

/** A running whisper-server with one model loaded. */
export interface ServerProcess {
  readonly port: number
  /** The secret first part of every request's path. */
  readonly requestPath: string
  /** Resolves when the process is gone, however it went. */
  readonly exited: Promise<void>
  /** Lines of progress output; returns the closer of the listener. */
  onLine(listener: (line: string) => void): () => void
  stop(): void
}

const READY_POLL_MS = 40
/**
 * How long libgomp's threads spin before they sleep. Its default waits so eagerly that a busy machine made one file
 * take 44 s instead of 2; never spinning doubles the time on a free one. Measured, see docs/decisions.md.
 */
const OPENMP_SPIN_COUNT = '1000'
const ATTEMPTS = 3

/**
 * Starts whisper-server on a free port of 127.0.0.1 and resolves when the model is loaded.
 * Throws `model-unloadable` when the engine refuses the model, `engine-failed` when it cannot run at all.
 */
export async function startServer(paths: EnginePaths, model: SpeechModel, signal: AbortSignal): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await launch(paths, model, await freePort(), signal)
    if (outcome.kind === 'ready') return outcome.server
    // Another program may take the port between asking for it and using it.
    if (outcome.kind !== 'port-taken' || attempt === ATTEMPTS) throw new AppError(codeOf(outcome.kind))
  }
}

type Launch =
  | { kind: 'ready'; server: ServerProcess }
  | { kind: 'port-taken' | 'model-refused' | 'cannot-run' | 'cancelled' }

const codeOf = (kind: Exclude<Launch['kind'], 'ready'>) =>
  kind === 'model-refused' ? 'model-unloadable' : kind === 'cancelled' ? 'cancelled' : 'engine-failed'

async function launch(paths: EnginePaths, model: SpeechModel, port: number, signal: AbortSignal): Promise<Launch> {
  const requestPath = `/${randomBytes(16).toString('hex')}`
  const child = spawn(paths.server, serverArguments(paths, model, port, requestPath), {
    cwd: paths.folder,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, STARBEAT_PARENT_PIPE: '1', GOMP_SPINCOUNT: OPENMP_SPIN_COUNT },
    windowsHide: true,
  })
  stepBack(child.pid)
  const lines = lineEmitter(child)
  const exit = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    // Not "exit": its last lines, which say why it ended, may still be in the pipe then.
    child.once('close', (code) => resolve(code ?? -1))
  })
  const stop = () => void child.kill('SIGKILL')
  child.stdin?.on('error', () => {})
  signal.addEventListener('abort', stop, { once: true })
  // A signal that was aborted before we listened says nothing any more.
  if (signal.aborted) stop()

  const ended = await Promise.race([exit.then((code) => ({ code })), becomesHealthy(port, requestPath, exit)])
  signal.removeEventListener('abort', stop)
  if (signal.aborted) return { kind: 'cancelled' }
  if (ended === 'healthy') {
    const exited = exit.then(() => {})
    return { kind: 'ready', server: { port, requestPath, exited, onLine: lines.on, stop } }
  }
  if (ended.code === null) return { kind: 'cannot-run' }
  return { kind: lines.seen(/couldn't bind/) ? 'port-taken' : 'model-refused' }
}

function serverArguments(paths: EnginePaths, model: SpeechModel, port: number, requestPath: string): string[] {
  const { maxContext, beamSize, bestOf } = model.decoding
  const threads = Math.max(1, Math.min(8, availableParallelism()))
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--request-path', requestPath],
    ...['--public', join(paths.folder, 'no-public-files'), '--model', model.path, '--threads', String(threads)],
    ...['--max-context', String(maxContext), '--beam-size', String(beamSize), '--best-of', String(bestOf)],
    ...['--print-progress', '--no-language-probabilities'],
  ]
}

/** The server has no other sign of life that a pipe would not hold back: its standard output is buffered. */
async function becomesHealthy(port: number, requestPath: string, exit: Promise<unknown>): Promise<'healthy'> {
  let gone = false
  void exit.then(() => {
    gone = true
  })
  while (!gone) {
    if (await answers(port, `${requestPath}/health`)) return 'healthy'
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS))
  }
  return new Promise(() => {})
}

/** Asks on a connection of its own that is closed at once: the server has one thread, and a kept connection holds it. */
function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const question = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    question.once('error', () => resolve(false))
  })
}

/** Splits the child's messages into lines; they hold file names and settings, never spoken words. */
function lineEmitter(child: ChildProcess) {
  const listeners = new Set<(line: string) => void>()
  let recent = ''
  let rest = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString()
    recent = (recent + text).slice(-8000)
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) for (const listener of listeners) listener(line)
  })
  return {
    seen: (pattern: RegExp) => pattern.test(recent),
    on(listener: (line: string) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

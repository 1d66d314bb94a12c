import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError, ERROR_CODES, type ErrorCode } from '#domain/errors'
import type { AudioPacker } from '../../services/ports/stores.ts'
import { asDiskError } from '../disk.ts'
import type { FlacAnswer, FlacTask } from './flac-worker.ts'

// Beside this file as sources; in the bundle both lie in one folder.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './flac-worker.ts' : './flac-worker.js', import.meta.url)

const COMPRESSING = '.flac.part'
/** Not `.wav.part`: that is a recording which was cut off. */
const UNPACKING = '.wav.unpack'

/**
 * Turns recordings in a folder from `<attempt>.wav` into `<attempt>.flac` and back, in a thread of its own. The new file
 * is whole, synced and compared with the old one before the old one goes, so one of them is there at every moment; where
 * a crash leaves both, the WAV file is the one that counts.
 */
export function createAudioPacker(folder: string): AudioPacker {
  const path = (attemptId: string, ending: string) => join(folder, `${attemptId}${ending}`)

  async function replace(kind: FlacTask['kind'], attemptId: string, signal: AbortSignal) {
    const [from, part, to] = kind === 'compress' ? ['.wav', COMPRESSING, '.flac'] : ['.flac', UNPACKING, '.wav']
    const target = path(attemptId, part!)
    await rm(target, { force: true })
    try {
      const { outcome } = await work({ kind, from: path(attemptId, from!), to: target }, signal)
      if (outcome === 'foreign') return false
      signal.throwIfAborted()
      await asDiskError(rename(target, path(attemptId, to!)))
      await syncFolder(folder)
      await asDiskError(rm(path(attemptId, from!), { force: true }))
      return true
    } finally {
      await rm(target, { force: true })
    }
  }

  return {
    compress: (attemptId, signal) => replace('compress', attemptId, signal),
    async unpack(attemptId, signal) {
      await replace('unpack', attemptId, signal)
    },
    async tidy() {
      const names = new Set(await readdir(folder).catch(() => []))
      for (const name of names) {
        const isHalf = name.endsWith(COMPRESSING) || name.endsWith(UNPACKING)
        const isSecond = name.endsWith('.flac') && names.has(name.replace(/\.flac$/, '.wav'))
        if (isHalf || isSecond) await rm(join(folder, name), { force: true })
      }
    },
  }
}

/** Runs the worker until it answers or is aborted; its error becomes ours. */
async function work(task: FlacTask, signal: AbortSignal): Promise<FlacAnswer> {
  signal.throwIfAborted()
  const worker = new Worker(WORKER, { workerData: task })
  const { promise, resolve, reject } = Promise.withResolvers<FlacAnswer>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new AppError('internal', { detail: 'the FLAC worker ended without an answer' })))
  try {
    const answer = await promise
    if (answer.outcome === 'failed') throw await asDiskError(Promise.reject(failureOf(answer.reason)))
    return answer
  } finally {
    signal.removeEventListener('abort', abort)
    await worker.terminate()
  }
}

function failureOf(reason: string): Error {
  if (reason === 'ENOENT') return new AppError('audio-missing')
  const isOurs = ERROR_CODES.includes(reason as ErrorCode)
  return isOurs ? new AppError(reason as ErrorCode) : Object.assign(new Error(reason), { code: reason })
}

/** The new name is on the disk before the old file goes; where a folder cannot be opened (Windows) the system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

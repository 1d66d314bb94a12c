import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createEnvelope, type EnvelopeBuilder } from '#domain/audio/envelope'
import { PCM_BYTES_PER_MS, pcmSamples } from '#domain/audio/pcm'
import { SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { AppError } from '#domain/errors'
import type { AudioStore, AudioWriter, RecordedAudio, StoredAudio } from '../services/ports.ts'
import { asDiskError, folderBytes, writeAt } from './disk.ts'
import { readFlacSamples } from './flac/flac-read.ts'

const ENVELOPE_FRAME_MS = 20
/** A little below the promised second, as the next chunk may be 100 ms away. */
const SYNC_EVERY_MS = 850

/**
 * Recordings as `<attempt>.wav` in one folder, 16 kHz mono 16-bit; `<attempt>.wav.part` while they grow, and
 * `<attempt>.flac` once audio-packer.ts compressed them.
 */
export function createAudioFiles(folder: string): AudioStore {
  const path = (attemptId: string) => join(folder, `${attemptId}.wav`)
  const partPath = (attemptId: string) => `${path(attemptId)}.part`
  const flacPath = (attemptId: string) => join(folder, `${attemptId}.flac`)
  const finished = (attemptId: string) => {
    const isCompressed = !existsSync(path(attemptId)) && existsSync(flacPath(attemptId))
    return isCompressed ? flacPath(attemptId) : path(attemptId)
  }

  return {
    path: finished,
    async create(attemptId) {
      await asDiskError(mkdir(folder, { recursive: true }))
      const file = await asDiskError(open(partPath(attemptId), 'wx+'))
      try {
        return await createWriter(file, partPath(attemptId), path(attemptId))
      } catch (error) {
        await file.close()
        await rm(partPath(attemptId), { force: true })
        throw error
      }
    },
    async recover(attemptId) {
      const found = (await exists(partPath(attemptId))) ? partPath(attemptId) : path(attemptId)
      if (!(await exists(found))) return null
      return finishLeftover(found, path(attemptId))
    },
    has: (attemptId) => exists(finished(attemptId)),
    async read(attemptId, fromMs, toMs) {
      const [from, to] = [sampleAt(fromMs), sampleAt(fromMs) + sampleAt(toMs - fromMs)]
      // The WAV file again at the end: it may be back from FLAC meanwhile.
      const wav = path(attemptId)
      const { file, name } = await openFirst([partPath(attemptId), wav, flacPath(attemptId), wav])
      try {
        if (name === flacPath(attemptId)) return await readFlacSamples(file, from, to)
        const bytes = new Uint8Array(2 * (to - from))
        const { bytesRead } = await file.read(bytes, 0, bytes.length, WAV_HEADER_BYTES + 2 * from)
        return bytes.subarray(0, bytesRead - (bytesRead % 2))
      } finally {
        await file.close()
      }
    },
    async delete(attemptId) {
      await rm(path(attemptId), { force: true })
      await rm(flacPath(attemptId), { force: true })
      await rm(partPath(attemptId), { force: true })
    },
    async sizes() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(wav|flac)$/.test(name))
      const stored = await Promise.all(names.map((name) => storedAudio(folder, name)))
      return new Map(stored.flatMap((each) => (each ? [each] : [])))
    },
    totalBytes: () => folderBytes(folder),
  }
}

/** In this order no file is missed that gets its final name meanwhile. */
async function openFirst(paths: readonly string[]): Promise<{ file: FileHandle; name: string }> {
  for (const name of paths) {
    try {
      return { file: await open(name, 'r'), name }
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    }
  }
  throw new AppError('audio-missing')
}

async function createWriter(file: FileHandle, partPath: string, finalPath: string): Promise<AudioWriter> {
  const envelope = createEnvelope(ENVELOPE_FRAME_MS)
  let dataBytes = 0
  let syncedAt = performance.now()
  let stage: 'open' | 'sealed' | 'named' = 'open'
  await writeAt(file, wavHeader(0, SAMPLE_RATE_HZ), 0)

  return {
    async append(pcm) {
      if (pcm.byteLength % 2 !== 0) throw new AppError('bad-request', { detail: 'half a sample' })
      await writeAt(file, pcm, WAV_HEADER_BYTES + dataBytes)
      dataBytes += pcm.byteLength
      envelope.push(pcmSamples(pcm))
      if (performance.now() - syncedAt < SYNC_EVERY_MS) return
      await asDiskError(file.datasync())
      syncedAt = performance.now()
    },
    /** Goes on where a former try failed. */
    async finish() {
      if (stage === 'open') {
        await seal(file, dataBytes)
        await file.close()
        stage = 'sealed'
      }
      if (stage === 'sealed') {
        await rename(partPath, finalPath)
        stage = 'named'
      }
      return recorded(dataBytes, envelope)
    },
  }
}

/**
 * Gives a file that was cut off its true length; half a sample at its end is dropped. Its length alone is believed:
 * after a power failure the header may be as incomplete as the rest.
 */
async function finishLeftover(found: string, finalPath: string): Promise<RecordedAudio> {
  const envelope = createEnvelope(ENVELOPE_FRAME_MS)
  const file = await open(found, 'r+')
  let dataBytes: number
  try {
    const rest = Math.max(0, (await file.stat()).size - WAV_HEADER_BYTES)
    dataBytes = rest - (rest % 2)
    const chunk = new Uint8Array(64 * 1024)
    for (let at = 0; at < dataBytes; at += chunk.length) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, dataBytes - at), WAV_HEADER_BYTES + at)
      envelope.push(pcmSamples(chunk.subarray(0, bytesRead)))
    }
    await seal(file, dataBytes)
  } finally {
    await file.close()
  }
  await rename(found, finalPath)
  return recorded(dataBytes, envelope)
}

/** The header is written last of all and synced with the samples. */
async function seal(file: FileHandle, dataBytes: number): Promise<void> {
  await asDiskError(file.truncate(WAV_HEADER_BYTES + dataBytes))
  await writeAt(file, wavHeader(dataBytes, SAMPLE_RATE_HZ), 0)
  await asDiskError(file.sync())
}

const recorded = (dataBytes: number, envelope: EnvelopeBuilder): RecordedAudio => ({
  durationMs: Math.round(dataBytes / PCM_BYTES_PER_MS),
  envelope: envelope.finish(),
})

/** The sample that begins at a moment. */
const sampleAt = (ms: number): number => Math.floor((ms * PCM_BYTES_PER_MS) / 2)

/** The attempt of a file and what the file takes; null when it went meanwhile. */
async function storedAudio(folder: string, name: string): Promise<[string, StoredAudio] | null> {
  const size = await stat(join(folder, name)).then(
    (found) => found.size,
    () => null,
  )
  const isCompressed = name.endsWith('.flac')
  return size === null ? null : [name.replace(/\.\w+$/, ''), { bytes: size, isCompressed }]
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

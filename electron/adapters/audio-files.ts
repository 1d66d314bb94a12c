import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createEnvelope, type EnvelopeBuilder } from '#domain/audio/envelope'
import { PCM_BYTES_PER_MS, pcmSamples } from '#domain/audio/pcm'
import { SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { AppError } from '#domain/errors'
import type { AudioStore, AudioWriter, RecordedAudio, StoredAudio } from '../services/ports/stores.ts'
import { asDiskError, folderBytes, writeAt } from './disk.ts'
import { countFlacSamples, readFlacSamples } from './flac/flac-read.ts'
import { createWavView, type WavView } from './flac/wav-view.ts'

const ENVELOPE_FRAME_MS = 20
/** A little below the promised second, as the next chunk may be 100 ms away. */
const SYNC_EVERY_MS = 850

export interface AudioFiles extends AudioStore {
  /**
   * A finished recording as a WAV file, whichever form it lies in, and whichever it gets meanwhile. Throws
   * `audio-missing` and `audio-unreadable`.
   */
  asWav(attemptId: string): Promise<WavView>
}

/**
 * Recordings as `<attempt>.wav` in one folder, 16 kHz mono 16-bit; `<attempt>.wav.part` while they grow, and
 * `<attempt>.flac` once audio-packer.ts compressed them.
 */
export function createAudioFiles(folder: string): AudioFiles {
  const path = (attemptId: string) => join(folder, `${attemptId}.wav`)
  const partPath = (attemptId: string) => `${path(attemptId)}.part`
  const flacPath = (attemptId: string) => join(folder, `${attemptId}.flac`)
  /** Where a finished recording may be; the WAV file again at the end, as it may be back from FLAC meanwhile. */
  const filesOf = (attemptId: string) => [path(attemptId), flacPath(attemptId), path(attemptId)] as const
  const finished = (attemptId: string) => {
    const isCompressed = !existsSync(path(attemptId)) && existsSync(flacPath(attemptId))
    return isCompressed ? flacPath(attemptId) : path(attemptId)
  }

  const files: AudioFiles = {
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
      if (await exists(found)) return finishLeftover(found, path(attemptId))
      // Known as unfinished by a copy of the database that is older than its compression.
      return (await exists(flacPath(attemptId))) ? readCompressed(flacPath(attemptId)) : null
    },
    async has(attemptId) {
      return (await storedAudio(filesOf(attemptId))) !== null
    },
    async read(attemptId, fromMs, toMs) {
      const [from, to] = [sampleAt(fromMs), sampleAt(fromMs) + sampleAt(toMs - fromMs)]
      const { file, name } = await openFirst([partPath(attemptId), ...filesOf(attemptId)])
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
      const names = new Set(await readdir(folder).catch(() => []))
      const ids = new Set([...names].flatMap((name) => /^(.*)\.(?:wav|flac)$/.exec(name)?.[1] ?? []))
      const stored = await Promise.all(
        [...ids].map(async (id): Promise<[string, StoredAudio | null]> => {
          const [wav, flac] = filesOf(id)
          return [id, await storedAudio(names.has(`${id}.wav`) ? [wav, flac, wav] : [flac, wav, flac])]
        }),
      )
      return new Map(stored.flatMap(([id, audio]) => (audio ? [[id, audio]] : [])))
    },
    totalBytes: () => folderBytes(folder),
    async asWav(attemptId) {
      const { file, name } = await openFirst(filesOf(attemptId))
      try {
        const isCompressed = name === flacPath(attemptId)
        const dataBytes = isCompressed
          ? 2 * (await countFlacSamples(file))
          : (await file.stat()).size - WAV_HEADER_BYTES
        return createWavView(dataBytes, (fromMs, toMs) => files.read(attemptId, fromMs, toMs))
      } finally {
        await file.close()
      }
    },
  }
  return files
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

async function readCompressed(path: string): Promise<RecordedAudio> {
  const envelope = createEnvelope(ENVELOPE_FRAME_MS)
  const file = await open(path, 'r')
  try {
    const pcm = await readFlacSamples(file, 0, Number.POSITIVE_INFINITY)
    envelope.push(pcmSamples(pcm))
    return recorded(pcm.byteLength, envelope)
  } finally {
    await file.close()
  }
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

/** The first of these files that is there; null without any. */
async function storedAudio(paths: readonly string[]): Promise<StoredAudio | null> {
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found) return { bytes: found.size, isCompressed: path.endsWith('.flac') }
  }
  return null
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

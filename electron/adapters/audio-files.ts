import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createEnvelope, type EnvelopeBuilder } from '#domain/audio/envelope'
import { parseWav, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { AppError } from '#domain/errors'
import type { AudioStore, AudioWriter, RecordedAudio } from '../services/ports.ts'

export const SAMPLE_RATE_HZ = 16_000
const BYTES_PER_MS = (SAMPLE_RATE_HZ * 2) / 1000
const ENVELOPE_FRAME_MS = 20
/** A little below the promised second, as the next chunk may be 100 ms away. */
const SYNC_EVERY_MS = 850

/** Recordings as `<attempt>.wav` in one folder, 16 kHz mono 16-bit; `<attempt>.wav.part` while they grow. */
export function createAudioFiles(folder: string): AudioStore {
  const path = (attemptId: string) => join(folder, `${attemptId}.wav`)
  const partPath = (attemptId: string) => `${path(attemptId)}.part`

  return {
    path,
    async create(attemptId) {
      await mkdir(folder, { recursive: true })
      return createWriter(await open(partPath(attemptId), 'wx+'), partPath(attemptId), path(attemptId))
    },
    async recover(attemptId) {
      const found = (await exists(partPath(attemptId))) ? partPath(attemptId) : path(attemptId)
      if (!(await exists(found))) return null
      return finishLeftover(found, path(attemptId))
    },
    has: (attemptId) => exists(path(attemptId)),
    async delete(attemptId) {
      await rm(path(attemptId), { force: true })
      await rm(partPath(attemptId), { force: true })
    },
    totalBytes: () => folderBytes(folder),
  }
}

async function createWriter(file: FileHandle, partPath: string, finalPath: string): Promise<AudioWriter> {
  const envelope = createEnvelope(ENVELOPE_FRAME_MS)
  let dataBytes = 0
  let syncedAt = performance.now()
  await asDiskError(file.write(wavHeader(0, SAMPLE_RATE_HZ)))

  return {
    async append(pcm) {
      if (pcm.byteLength % 2 !== 0) throw new AppError('bad-request', { detail: 'half a sample' })
      await asDiskError(file.write(pcm, 0, pcm.byteLength, WAV_HEADER_BYTES + dataBytes))
      dataBytes += pcm.byteLength
      envelope.push(samplesOf(pcm))
      if (performance.now() - syncedAt < SYNC_EVERY_MS) return
      await asDiskError(file.datasync())
      syncedAt = performance.now()
    },
    async finish() {
      await seal(file, dataBytes)
      await rename(partPath, finalPath)
      return recorded(dataBytes, envelope)
    },
  }
}

/** Gives a file that was cut off its true length; half a sample at its end is dropped. */
async function finishLeftover(found: string, finalPath: string): Promise<RecordedAudio> {
  const file = await open(found, 'r+')
  const { size } = await file.stat()
  if (size <= WAV_HEADER_BYTES) {
    await file.close()
    return recorded(0, createEnvelope(ENVELOPE_FRAME_MS))
  }
  const head = new Uint8Array(WAV_HEADER_BYTES)
  await file.read(head, 0, head.length, 0)
  const { dataBytes } = parseWav(head, size)
  const envelope = createEnvelope(ENVELOPE_FRAME_MS)
  const chunk = new Uint8Array(64 * 1024)
  for (let at = 0; at < dataBytes; at += chunk.length) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, dataBytes - at), WAV_HEADER_BYTES + at)
    envelope.push(samplesOf(chunk.subarray(0, bytesRead)))
  }
  await seal(file, dataBytes)
  await rename(found, finalPath)
  return recorded(dataBytes, envelope)
}

/** The header is written last of all, synced with the samples, and the file closed. */
async function seal(file: FileHandle, dataBytes: number): Promise<void> {
  await asDiskError(file.truncate(WAV_HEADER_BYTES + dataBytes))
  await asDiskError(file.write(wavHeader(dataBytes, SAMPLE_RATE_HZ), 0, WAV_HEADER_BYTES, 0))
  await asDiskError(file.sync())
  await file.close()
}

const recorded = (dataBytes: number, envelope: EnvelopeBuilder): RecordedAudio => ({
  durationMs: Math.round(dataBytes / BYTES_PER_MS),
  envelope: envelope.finish(),
})

/** The bytes may start at an odd address, which Int16Array cannot look at: then they are copied. */
function samplesOf(pcm: Uint8Array): Int16Array {
  const whole = pcm.byteLength - (pcm.byteLength % 2)
  if (pcm.byteOffset % 2 === 0) return new Int16Array(pcm.buffer, pcm.byteOffset, whole / 2)
  return new Int16Array(Uint8Array.from(pcm.subarray(0, whole)).buffer)
}

async function asDiskError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const full = ['ENOSPC', 'EDQUOT'].includes((cause as NodeJS.ErrnoException).code ?? '')
    throw full ? new AppError('disk-full', { cause }) : cause
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** What the files of a folder take on the disk; 0 when it does not exist. */
export async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (s) => s.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

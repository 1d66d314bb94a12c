import { AppError } from '#domain/errors'

/** A microphone of this machine. */
export interface Microphone {
  readonly id: string
  readonly label: string
}

/** The code for what the browser says when a microphone cannot be had. */
export function microphoneError(cause: unknown): AppError {
  const name = cause instanceof DOMException ? cause.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return new AppError('mic-denied', { cause })
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return new AppError('mic-missing', { cause })
  return new AppError('mic-unavailable', { cause })
}

// Chromium lists the system's choice a second time, under a name of its own.
const PSEUDO_IDS = ['', 'default', 'communications']

/** The microphones that can be chosen; none until the user has allowed one, as their names are hidden till then. */
export async function microphones(): Promise<readonly Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind, deviceId, label }) => kind === 'audioinput' && label && !PSEUDO_IDS.includes(deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}

/** Calls back whenever a device comes or goes. Returns the closer. */
export function watchMicrophones(onChange: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', onChange)
  return () => navigator.mediaDevices.removeEventListener('devicechange', onChange)
}

/** An open microphone. `isFallback`: the chosen one is not there, this is the system's default. */
export interface OpenMicrophone {
  readonly stream: MediaStream
  readonly track: MediaStreamTrack
  readonly isFallback: boolean
  close(): void
}

// Made for calls, these cut off quiet word ends and pump the level; a speech engine wants the sound as it is.
const UNTOUCHED = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 }

async function ask(deviceId: string | null): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new AppError('mic-unavailable')
  const device = deviceId ? { deviceId: { exact: deviceId } } : {}
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { ...UNTOUCHED, ...device } })
  } catch (cause) {
    throw microphoneError(cause)
  }
}

/** Opens the chosen microphone (null: the system's default); the default also when the chosen one is gone. */
export async function openMicrophone(deviceId: string | null): Promise<OpenMicrophone> {
  let isFallback = false
  const stream = await ask(deviceId).catch((error: AppError) => {
    if (!deviceId || error.code !== 'mic-missing') throw error
    isFallback = true
    return ask(null)
  })
  const track = stream.getAudioTracks()[0]
  if (!track) throw new AppError('mic-missing')
  return {
    stream,
    track,
    isFallback,
    close() {
      for (const each of stream.getTracks()) each.stop()
    },
  }
}

/** Calls back once when the microphone is unplugged or taken away. Returns the closer. */
export function watchLoss({ track }: OpenMicrophone, onLost: () => void): () => void {
  const { deviceId } = track.getSettings()
  let isOver = false
  const lose = () => {
    if (isOver) return
    isOver = true
    onLost()
  }
  const look = async () => {
    const devices = await navigator.mediaDevices.enumerateDevices()
    const isThere = devices.some((device) => device.kind === 'audioinput' && device.deviceId === deviceId)
    if (!isThere) lose()
  }
  track.addEventListener('ended', lose)
  const stopWatching = watchMicrophones(look)
  return () => {
    isOver = true
    stopWatching()
    track.removeEventListener('ended', lose)
  }
}

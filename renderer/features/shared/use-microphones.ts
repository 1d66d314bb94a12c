import { useCallback, useEffect, useState } from 'react'
import { AppError } from '#domain/errors'

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

async function list(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter((device) => device.kind === 'audioinput' && device.deviceId !== 'default')
}

/** The microphones of this machine. Their names are known only after the user has allowed one (`ask`). */
export function useMicrophones() {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  const refresh = useCallback(() => list().then(setDevices, () => setDevices([])), [])

  useEffect(() => {
    void refresh()
    navigator.mediaDevices.addEventListener('devicechange', refresh)
    return () => navigator.mediaDevices.removeEventListener('devicechange', refresh)
  }, [refresh])

  const ask = useCallback(async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      for (const track of stream.getTracks()) track.stop()
    } catch (cause) {
      throw microphoneError(cause)
    }
    await refresh()
  }, [refresh])

  const named = devices.filter((device) => device.deviceId && device.label)
  const microphones: readonly Microphone[] = named.map(({ deviceId, label }) => ({ id: deviceId, label }))
  return { microphones, isNamed: named.length > 0, ask }
}

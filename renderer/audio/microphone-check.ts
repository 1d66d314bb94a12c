import { SAMPLE_RATE_HZ } from '#domain/audio/wav'
import { openCapture } from './capture.ts'
import { type Level, measureLevel } from './level.ts'
import { openMicrophone } from './microphones.ts'

/** How long the echo test listens. */
export const ECHO_MS = 2000
const ECHO_SAMPLES = (ECHO_MS * SAMPLE_RATE_HZ) / 1000

/** An open microphone to try out before it matters. */
export interface MicrophoneCheck {
  /** The chosen microphone is not there; this is the system's default. */
  readonly isFallback: boolean
  /** Listens for two seconds, from now. */
  record(): Promise<Float32Array<ArrayBuffer>>
  /** Plays what `record` heard; resolves when it has been heard, or when the check is closed. */
  play(samples: Float32Array<ArrayBuffer>): Promise<void>
  close(): void
}

function join(blocks: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(ECHO_SAMPLES)
  let at = 0
  for (const block of blocks) {
    const rest = block.subarray(0, ECHO_SAMPLES - at)
    joined.set(rest, at)
    at += rest.length
  }
  return joined
}

/** Opens a microphone (null: the system's default) and tells its level. Rejects with mic-denied, mic-missing, mic-unavailable. */
export async function openMicrophoneCheck(
  deviceId: string | null,
  onLevel: (level: Level) => void,
): Promise<MicrophoneCheck> {
  const microphone = await openMicrophone(deviceId)
  let blocks: Float32Array[] = []
  let recorded: PromiseWithResolvers<Float32Array<ArrayBuffer>> | null = null
  const players = new Set<AudioContext>()

  const capture = await openCapture(microphone.stream, (samples) => {
    onLevel(measureLevel(samples))
    if (!recorded) return
    blocks.push(samples)
    if (blocks.reduce((sum, block) => sum + block.length, 0) < ECHO_SAMPLES) return
    recorded.resolve(join(blocks))
    recorded = null
  }).catch((error: unknown) => {
    microphone.close()
    throw error
  })

  return {
    isFallback: microphone.isFallback,
    record() {
      blocks = []
      recorded ??= Promise.withResolvers()
      return recorded.promise
    },
    async play(samples) {
      const context = new AudioContext()
      players.add(context)
      const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE_HZ)
      buffer.copyToChannel(samples, 0)
      const source = new AudioBufferSourceNode(context, { buffer })
      source.connect(context.destination)
      const played = Promise.withResolvers<void>()
      source.onended = () => played.resolve()
      context.onstatechange = () => context.state === 'closed' && played.resolve()
      source.start()
      await played.promise
      players.delete(context)
      if (context.state !== 'closed') await context.close()
    },
    close() {
      for (const player of players) void player.close()
      capture.close()
      microphone.close()
    },
  }
}

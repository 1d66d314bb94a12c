import { SAMPLE_RATE_HZ } from '#domain/audio/wav'
import { AppError } from '#domain/errors'
import type { FromWorklet, ToWorklet } from './pcm-messages.ts'
import workletUrl from './pcm-worklet.ts?worker&url'
import { createResampler } from './resampler.ts'

/** Samples of a stream at 16 kHz, as they come. */
export interface Capture {
  /** Nothing is captured until `go`. */
  hold(): void
  go(): void
  /** Delivers what was captured so far and stops for good. */
  end(): Promise<void>
  close(): void
}

const END_TIMEOUT_MS = 1000

/**
 * A context at 16 kHz: the browser's own resampler then sits between microphone and worklet. One that refuses this rate
 * for a microphone gets its native rate, and resampler.ts does the work.
 */
function openContext(stream: MediaStream): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  try {
    // Nobody listens live: longer buffers bridge moments when the processor is taken.
    const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, latencyHint: 'playback' })
    try {
      return { context, source: context.createMediaStreamSource(stream) }
    } catch {
      void context.close()
    }
  } catch {
    // The native rate is tried below.
  }
  const context = new AudioContext({ latencyHint: 'playback' })
  return { context, source: context.createMediaStreamSource(stream) }
}

/** Captures a stream through an AudioWorklet; `onSamples` gets blocks of about 50 ms in order. */
export async function openCapture(stream: MediaStream, onSamples: (samples: Float32Array) => void): Promise<Capture> {
  const { context, source } = openContext(stream)
  const close = () => {
    source.disconnect()
    if (context.state !== 'closed') void context.close()
  }
  try {
    await context.audioWorklet.addModule(workletUrl)
    await context.resume()
  } catch (cause) {
    close()
    throw new AppError('mic-unavailable', { cause })
  }
  const resampler = createResampler(context.sampleRate, SAMPLE_RATE_HZ)
  const node = new AudioWorkletNode(context, 'pcm', { channelCount: 1, channelCountMode: 'explicit' })
  const ended = Promise.withResolvers<void>()
  node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
    if (data.kind === 'ended') ended.resolve()
    else onSamples(resampler.push(data.samples))
  }
  source.connect(node)
  // A node that leads nowhere is not asked for samples; this one gives the loudspeakers silence.
  node.connect(context.destination)
  const post = (message: ToWorklet) => node.port.postMessage(message)

  return {
    hold: () => post('hold'),
    go: () => post('go'),
    async end() {
      post('end')
      // A context that died does not answer.
      await Promise.race([ended.promise, new Promise((resolve) => setTimeout(resolve, END_TIMEOUT_MS))])
    },
    close() {
      node.port.onmessage = null
      node.disconnect()
      close()
    },
  }
}

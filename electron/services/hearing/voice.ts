import { pcmSamples } from '#domain/audio/pcm'
import { createEngineFrames } from '#domain/speech/engine-frames'
import type { VoiceFrame } from '#domain/speech/speech'
import { createVoiceActivity } from '#domain/speech/voice-activity'
import type { SpeechEngine } from '../ports/speech.ts'

/** Says where in a recording there is speech, frame after frame. */
export interface Voice {
  /** Takes samples as they come and resolves when there is room for more; never throws. */
  push(pcm: Uint8Array): Promise<void>
  /** Resolves when all frames were given: true, or false when the detector failed on the way. */
  end(): Promise<boolean>
  close(): void
}

type OnFrames = (frames: readonly VoiceFrame[]) => void

/** Listens by our own measure of energy and pitch. */
export function ownVoice(onFrames: OnFrames): Voice {
  const activity = createVoiceActivity()
  return {
    async push(pcm) {
      onFrames(activity.push(pcmSamples(pcm)))
    },
    async end() {
      onFrames(activity.end())
      return true
    },
    close() {},
  }
}

/** Listens by the engine's voice-activity model. */
export function engineVoice(engine: SpeechEngine, modelPath: string, onFrames: OnFrames): Voice {
  const framesOf = createEngineFrames()
  const detection = engine.detectVoice(modelPath, (probabilities) => onFrames(framesOf(probabilities)))
  return {
    push: detection.push,
    end: () =>
      detection.end().then(
        () => true,
        () => false,
      ),
    close: detection.close,
  }
}

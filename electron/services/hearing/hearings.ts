import { AppError } from '#domain/errors'
import type { Models } from '../models/models.ts'
import type { SpeechEngine, SpeechModel } from '../ports/speech.ts'
import type { AttemptStore, AudioStore, StoryStore } from '../ports/stores.ts'
import { createHearing, type Hearing } from './hearing.ts'
import type { Priming } from './priming.ts'
import { engineVoice } from './voice.ts'

/** Makes hearings of attempts, each with what is known of its story. */
export interface Hearings {
  /** Throws `not-found`. `engine` is the one that hears; the usual one where it is left out. */
  open(attemptId: string, model: SpeechModel, onProgress?: () => void, engine?: SpeechEngine): Promise<Hearing>
}

/** The words of the story prime the engine, its bank says the language, the detector that is installed cuts the pieces. */
export function createHearings(deps: {
  attempts: AttemptStore
  stories: StoryStore
  audio: AudioStore
  engine: SpeechEngine
  models: Models
  priming: Priming
}): Hearings {
  return {
    async open(attemptId, model, onProgress, engine = deps.engine) {
      const attempt = deps.attempts.get(attemptId)
      if (!attempt) throw new AppError('not-found')
      const detector = await deps.models.voiceActivityModel()
      return createHearing({
        engine,
        model,
        language: deps.stories.surroundings(attempt.storyId).bankLanguage,
        prompt: await deps.priming.of(attempt.storyId, model),
        read: (fromMs, toMs) => deps.audio.read(attemptId, fromMs, toMs),
        ...(detector !== null && { voice: (onFrames) => engineVoice(engine, detector, onFrames) }),
        ...(onProgress && { onProgress }),
      })
    },
  }
}

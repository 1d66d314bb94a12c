import type { VoiceFrame } from './speech.ts'

/** From here on the engine's detector is sure; and it stays a sound until well below (Silero's own hysteresis). */
const SURE = 0.5
const STAYS = 0.35

/**
 * Turns the probabilities (0-1) of the engine's voice-activity detector (Silero: one for each 32 ms) into frames; they
 * carry no level of their own, so the quietest moment is the least likely one.
 */
export function createEngineFrames(frameMs = 32): (probabilities: readonly number[]) => VoiceFrame[] {
  let frames = 0
  let isSound = false
  return (probabilities) =>
    probabilities.map((probability) => {
      const startMs = frames++ * frameMs
      isSound = probability >= (isSound ? STAYS : SURE)
      return {
        startMs,
        endMs: startMs + frameMs,
        levelDb: levelOf(probability),
        sound: isSound,
        voiced: probability >= SURE,
      }
    })
}

const levelOf = (probability: number) => -100 + 80 * probability

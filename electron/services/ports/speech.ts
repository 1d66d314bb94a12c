import type { HeardPiece } from '#domain/speech/speech'

/** How an engine should decode with a model; it belongs to the model, not to the app. */
export interface DecodingSettings {
  /** Tokens of earlier text that are given as context; -1 is the engine's default. */
  readonly maxContext: number
  readonly beamSize: number
  readonly bestOf: number
  /** How much hotter a failed window is tried again; 0 never tries again. */
  readonly temperatureStep: number
  /**
   * Words that are given as if they had come before; null for models that were never trained with such. Hesitant ones
   * make Whisper write hesitations down that it would tidy away.
   */
  readonly prompt: string | null
}

export interface SpeechModel {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
  readonly multilingual: boolean
  readonly borrowed: boolean
  readonly decoding: DecodingSettings
  /** The longest sound that the model hears at once. */
  readonly windowMs: number
}

/** 16 kHz mono 16-bit little-endian samples, or a WAV file of them. */
export type Sound = { readonly pcm: Uint8Array } | { readonly wavPath: string }

export interface TranscribeOptions {
  readonly signal: AbortSignal
  /** A fraction, 0-1. */
  report(fraction: number): void
  /** Words that came before; the model's own prompt when it is left out. */
  readonly prompt?: string | null
  /** A two-letter code or the engine's own name for it; null or left out lets a multilingual model find out. */
  readonly language?: string | null
}

/** What the engine heard: whole words, and where it doubts that there was speech. */
export interface Heard extends HeardPiece {
  /** The language by the engine's name for it ("english"); null when it did not say. */
  readonly language: string | null
}

/** A detector at work on one recording. */
export interface VoiceDetection {
  /** Takes samples as they come and resolves when there is room for more; never throws. */
  push(pcm: Uint8Array): Promise<void>
  /** Resolves when the probabilities of all that was pushed were given; rejects with `engine-failed`. */
  end(): Promise<void>
  /** Gives up. */
  close(): void
}

export interface SpeechEngine {
  readonly version: string | null
  state(): 'missing' | 'asleep' | 'loading' | 'ready'
  onStateChanged(listener: () => void): void
  /** Throws `engine-missing`, `engine-failed`, `model-unloadable`, `audio-unreadable` or `cancelled`. */
  transcribe(sound: Sound, model: SpeechModel, options: TranscribeOptions): Promise<Heard>
  /** Loads the model in the background, so that a transcription that follows starts at once; never throws. */
  warmUp(model: SpeechModel): void
  /** Loads the model once to see that it can be; throws `model-unloadable`. Nothing to do without an engine. */
  tryModel(model: SpeechModel, signal: AbortSignal): Promise<void>
  /** Counts the tokens of texts as a model would. Throws `model-missing` and `model-not-ggml`. */
  tokenCounter(model: SpeechModel): Promise<(text: string) => number>
  /**
   * Starts a voice-activity model on a recording: one probability (0-1) of speech for each 32 ms, as they are known.
   * A failure is told by `end`.
   */
  detectVoice(modelPath: string, onProbabilities: (probabilities: readonly number[]) => void): VoiceDetection
  /** Ends the process for good: what is asked for later is cancelled. */
  close(): Promise<void>
}

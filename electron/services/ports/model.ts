import type { Probe, ProbeTiming } from '#domain/models/speed'
import type { SpeechModel } from './speech.ts'

/** A model that tells speech from other sound; it writes no words. */
export interface VoiceActivityModel {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
}

export type CheckedModel =
  | { readonly kind: 'speech'; readonly model: SpeechModel }
  | { readonly kind: 'voice-activity'; readonly model: VoiceActivityModel }

/** A model file that has arrived, or is arriving, and does not count yet. */
export interface IncomingModel {
  /** Throws `model-not-ggml` or `model-truncated`. */
  check(): Promise<CheckedModel>
  /** Gives the checked file its place among the models. */
  install(): Promise<CheckedModel>
  /** Deletes the file. */
  abandon(): Promise<void>
}

export interface ModelUpload extends IncomingModel {
  /** Throws `bad-request` for more bytes than were announced and `disk-full`. */
  append(bytes: Uint8Array): Promise<void>
}

export interface ModelStore {
  list(): Promise<SpeechModel[]>
  voiceActivity(): Promise<VoiceActivityModel[]>
  /** A speech model used from where it lies. Throws like `IncomingModel.check`. */
  inspect(path: string): Promise<SpeechModel>
  receive(fileName: string, sizeBytes: number): Promise<ModelUpload>
  remove(modelId: string): Promise<void>
  totalBytes(): Promise<number>
  /** Deletes what arrived of uploads before a crash; what cannot be deleted stays. */
  removeLeftovers(): Promise<void>
}

/** A file as it must arrive. */
export interface ExpectedFile {
  readonly fileName: string
  readonly sizeBytes: number
  /** 64 hexadecimal digits. */
  readonly sha256: string
}

export interface FetchOptions {
  readonly url: string
  readonly signal: AbortSignal
  report(receivedBytes: number): void
}

export interface ModelDownload extends IncomingModel {
  /**
   * Fetches what is missing of the file, trying again when the connection breaks; resolves when it is whole and its
   * sum is right. Throws `download-unreachable`, `download-refused`, `download-proxy` or `download-no-room`, with what
   * arrived kept for the next time; `cancelled` likewise; `download-damaged` with nothing kept.
   */
  fetch(options: FetchOptions): Promise<void>
}

export interface ModelDownloads {
  /** What arrived of files so far: the bytes by file name. */
  partial(): Promise<ReadonlyMap<string, number>>
  open(file: ExpectedFile): ModelDownload
}

/** Times the engine on this machine. */
export interface SpeedProbe {
  /** The engine's version, and how many threads it may use: what a measurement depends on. */
  readonly conditions: { readonly engineVersion: string | null; readonly threads: number }
  /** Times small models of these shapes, one after the other. Throws like `SpeechEngine.transcribe`, and `disk-full`. */
  measure(
    probes: readonly Probe[],
    options: { readonly signal: AbortSignal; report(fraction: number): void },
  ): Promise<ProbeTiming[]>
}

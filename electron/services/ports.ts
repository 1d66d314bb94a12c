import type { Attempt, CueLevel } from '#domain/attempt'
import type { Envelope } from '#domain/audio/envelope'
import type { Correction } from '#domain/bank/correction'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Wording } from '#domain/coverage/wording'
import type { ErrorCode } from '#domain/errors'
import type { Fact, Part, Point, PointWeight, Question, Section, Story } from '#domain/story'
import type { Transcript } from '#domain/transcript'

/** Milliseconds since 1970. */
export type Clock = () => number
export type NewId = () => string

export interface StoredBank {
  readonly id: string
  readonly title: string
  readonly fileName: string
  readonly importedAt: number
}

export interface BankOutline {
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
  readonly storyCount: number
}

export interface BankContent {
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
  readonly stories: readonly Story[]
}

/** A point as the last import read it; `position` counts from 0 in its story. */
export interface PointSource {
  readonly text: string
  readonly part: Part
  readonly weight: PointWeight
  readonly position: number
}

/** A point as it is now, and as it was imported: null when it was added by hand. */
export interface ImportedPoint extends Point {
  readonly source: PointSource | null
}

/** A story to be stored: title and points as they are now and as they were imported. */
export interface ImportedStory extends Omit<Story, 'points'> {
  readonly sourceTitle: string
  readonly points: readonly ImportedPoint[]
}

export interface BankRecord extends StoredBank {
  readonly source: Uint8Array
  /** What the user set right in the preview. */
  readonly corrections: readonly Correction[]
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
  readonly stories: readonly ImportedStory[]
}

export interface BankStore {
  list(): StoredBank[]
  contentOf(bankId: string): BankContent
  /** The same without the stories themselves, for lists. */
  outlineOf(bankId: string): BankOutline
  source(bankId: string): { fileName: string; source: Uint8Array } | null
  /** What the user set right at the last import. */
  corrections(bankId: string): Correction[]
  /** Writes the bank and everything in it in one transaction; stories and points that are left out are put aside. */
  save(record: BankRecord): void
  setRemoved(bankId: string, removedAt: number | null): void
}

export interface StoryRow {
  readonly story: Story
  readonly bankId: string
}

export interface PointInput {
  readonly id: string
  readonly part: Part
  readonly text: string
  readonly weight: PointWeight
  readonly facts: readonly Fact[]
}

/** A stored point; `removed` when it was put aside. */
export interface KnownPoint extends ImportedPoint {
  readonly removed: boolean
}

/** A stored story with the title it was imported with and every point it ever had. */
export interface KnownStory extends Omit<Story, 'points'> {
  readonly sourceTitle: string
  readonly points: readonly KnownPoint[]
}

export interface StorySurroundings {
  readonly bankTitle: string
  readonly section: Section | null
  readonly questions: readonly Question[]
}

export interface StoryStore {
  list(): StoryRow[]
  get(storyId: string): StoryRow | null
  surroundings(storyId: string): StorySurroundings
  /** The stories of a bank with every point they ever had, also those put aside. */
  known(bankId: string): KnownStory[]
  /** How many points of a bank were imported with one of these texts. */
  sharedPoints(bankId: string, texts: readonly string[]): number
  /** The ids of every point that the story ever had. */
  pointIds(storyId: string): Set<string>
  savePoints(storyId: string, points: readonly PointInput[], removedAt: number): void
  rename(storyId: string, title: string): void
}

export interface AttemptRow extends Attempt {
  readonly transcriptionError: ErrorCode | null
}

export interface NewAttempt {
  readonly id: string
  readonly storyId: string
  readonly questionId: string | null
  readonly cueLevel: CueLevel
  readonly startedAt: number
}

export interface AttemptStore {
  add(attempt: NewAttempt): void
  /** Attempts that are not put aside, newest first. */
  list(storyId?: string): AttemptRow[]
  get(attemptId: string): AttemptRow | null
  unfinished(): AttemptRow[]
  finish(attemptId: string, result: { durationMs: number; recovered: boolean; envelope: Envelope }): void
  setTranscriptionError(attemptId: string, code: ErrorCode | null): void
  envelope(attemptId: string): Envelope | null
  setRemoved(attemptId: string, removedAt: number | null): void
  /** Attempts that are put aside, by themselves or with their bank. */
  removed(): string[]
  /** Deletes for good what is put aside, banks included. */
  purgeRemoved(): void
  delete(attemptId: string): void
}

export interface StoredTranscript {
  readonly heard: Transcript
  readonly corrected: Transcript | null
}

export interface TranscriptStore {
  get(attemptId: string): StoredTranscript | null
  /** Attempts that have a transcript. */
  attemptIds(): Set<string>
  save(attemptId: string, heard: Transcript, modelName: string, createdAt: number): void
  setCorrected(attemptId: string, corrected: Transcript | null): void
}

export interface OverrideStore {
  of(attemptId: string): Map<string, CoverageStatus>
  attemptIds(): Set<string>
  set(attemptId: string, pointId: string, status: CoverageStatus | null, setAt: number): void
}

export interface WordingStore {
  /** What is known of the points of a story that are not put aside, newest first. */
  ofStory(storyId: string): Wording[]
  ofPoint(pointId: string): Wording[]
  /** A wording with its story, also one that is put aside. */
  get(wordingId: string): { storyId: string; wording: Wording } | null
  add(wording: Wording): void
  setRemoved(wordingId: string, removedAt: number | null): void
  /** Deletes for good what is put aside. */
  purgeRemoved(): void
}

export interface SettingsStore {
  all(): Record<string, unknown>
  set(entries: Readonly<Record<string, unknown>>): void
}

/** A recording that is being written. */
export interface AudioWriter {
  /** Resolves when the bytes are with the system; they are synced to the disk at least once a second. */
  append(pcm: Uint8Array): Promise<void>
  /** Repairs the header, syncs, gives the file its final name. */
  finish(): Promise<RecordedAudio>
}

export interface RecordedAudio {
  readonly durationMs: number
  readonly envelope: Envelope
}

export interface AudioStore {
  create(attemptId: string): Promise<AudioWriter>
  /** Finishes a file that a crash left behind; null when there is none. */
  recover(attemptId: string): Promise<RecordedAudio | null>
  path(attemptId: string): string
  has(attemptId: string): Promise<boolean>
  delete(attemptId: string): Promise<void>
  totalBytes(): Promise<number>
}

/** Turns documents of other programs into text. */
export interface DocumentConverter {
  /**
   * A Word document (.docx) as HTML in UTF-8. Throws `not-text` for anything else, `bank-too-large` for what unpacks
   * to more than a document, and the signal's reason when it is aborted.
   */
  wordToHtml(bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>
}

/** How an engine should decode with a model; it belongs to the model, not to the app. */
export interface DecodingSettings {
  /** Tokens of earlier text that are given as context; -1 is the engine's default. */
  readonly maxContext: number
  readonly beamSize: number
  readonly bestOf: number
  /** How much hotter a failed window is tried again; 0 never tries again. */
  readonly temperatureStep: number
  /**
   * Words that are given as if they had come before; null for none. Hesitant ones make Whisper write hesitations down
   * that it would tidy away. The engine ignores them where `maxContext` is 0.
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
}

export interface ModelUpload {
  /** Throws `bad-request` for more bytes than were announced and `disk-full`. */
  append(bytes: Uint8Array): Promise<void>
  /** Throws `model-not-ggml` or `model-truncated`; the file is then gone. */
  check(): Promise<SpeechModel>
  /** Gives the checked file its place among the models. */
  install(): Promise<SpeechModel>
  abandon(): Promise<void>
}

export interface ModelStore {
  list(): Promise<SpeechModel[]>
  /** A model used from where it lies. Throws like `ModelUpload.check`. */
  inspect(path: string): Promise<SpeechModel>
  receive(fileName: string, sizeBytes: number): Promise<ModelUpload>
  remove(modelId: string): Promise<void>
  totalBytes(): Promise<number>
  /** Deletes what arrived of files before a crash; what cannot be deleted stays. */
  removeLeftovers(): Promise<void>
}

export interface TranscribeOptions {
  readonly signal: AbortSignal
  /** A fraction, 0-1. */
  report(fraction: number): void
}

export interface SpeechEngine {
  readonly version: string | null
  state(): 'missing' | 'asleep' | 'loading' | 'ready'
  onStateChanged(listener: () => void): void
  /** Throws `engine-missing`, `engine-failed`, `model-unloadable`, `audio-unreadable` or `cancelled`. */
  transcribe(wavPath: string, model: SpeechModel, options: TranscribeOptions): Promise<Transcript>
  /** Loads the model in the background, so that a transcription that follows starts at once; never throws. */
  warmUp(model: SpeechModel): void
  /** Loads the model once to see that it can be; throws `model-unloadable`. Nothing to do without an engine. */
  tryModel(model: SpeechModel, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

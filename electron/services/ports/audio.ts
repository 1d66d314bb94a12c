import type { Envelope } from '#domain/audio/envelope'

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
  /** The file of a finished recording, WAV or FLAC; it may not exist. */
  path(attemptId: string): string
  has(attemptId: string): Promise<boolean>
  /**
   * The samples from one moment to another, also of a recording that is still being written; fewer where it ends
   * before. Throws `audio-missing`.
   */
  read(attemptId: string, fromMs: number, toMs: number): Promise<Uint8Array>
  delete(attemptId: string): Promise<void>
  totalBytes(): Promise<number>
  /** Every finished recording, by attempt. */
  sizes(): Promise<ReadonlyMap<string, StoredAudio>>
}

/** What a recording takes on the disk. */
export interface StoredAudio {
  readonly bytes: number
  readonly isCompressed: boolean
}

/** Compresses recordings without loss, and unpacks them; whatever happens meanwhile, the sound is there. */
export interface AudioPacker {
  /**
   * True when the recording is compressed now, false when it is no sound file of ours and stays as it is. Throws
   * `audio-missing`, `audio-unreadable` when decoding does not give the same samples, and the signal's reason.
   */
  compress(attemptId: string, signal: AbortSignal): Promise<boolean>
  unpack(attemptId: string, signal: AbortSignal): Promise<void>
  /** At the start, before anything is read: takes away what a crash left half done. */
  tidy(): Promise<void>
}

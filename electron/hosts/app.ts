import type { MessageTransport } from '#contract/messages'
import type { Served } from './byte-range.ts'

/** The app without its windows: what hosts open, serve and close. */
export interface App {
  connect(transport: MessageTransport): void
  /** The file of a finished recording; it may not exist. */
  audioPath(attemptId: string): string
  /** A compressed recording as the WAV file that it was; rejects when there is none, or none that can be read. */
  unpackedAudio(attemptId: string): Promise<Served>
  /** The file of an archive of everything; it may not exist. */
  backupPath(name: string): string
  isRecording(): boolean
  /** Finishes recordings, stops the engine, closes the database. */
  close(): Promise<void>
}

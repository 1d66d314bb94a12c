import type { Attempt, CueLevel } from '#domain/attempt'
import type { Envelope } from '#domain/audio/envelope'
import type { Correction } from '#domain/bank/correction'
import type { Assessment } from '#domain/coverage/assessment'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Score } from '#domain/coverage/score'
import type { Wording } from '#domain/coverage/wording'
import type { ErrorCode } from '#domain/errors'
import type { Answer } from '#domain/progress/answer'
import type { Verdicts } from '#domain/progress/missed'
import type { Fact, Part, Point, PointWeight, Question, Section, Story } from '#domain/story'
import type { Transcript } from '#domain/transcript'

export type { AudioPacker, AudioStore, AudioWriter, RecordedAudio, StoredAudio } from './audio.ts'

/** Milliseconds since 1970. */
export type Clock = () => number
export type NewId = () => string

export interface StoredBank {
  readonly id: string
  readonly title: string
  readonly fileName: string
  readonly importedAt: number
  /** A two-letter code; null where the engine is to find out. */
  readonly language: string | null
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

export interface BankRecord extends Omit<StoredBank, 'language'> {
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
  setLanguage(bankId: string, language: string | null): void
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

/** A story as a list shows it, without its points; `pointCount` leaves optional ones out. */
export interface StoryOverview extends Omit<Story, 'points' | 'notes' | 'target' | 'lines'> {
  readonly bankId: string
  readonly pointCount: number
  readonly attemptCount: number
  readonly lastPractisedAt: number | null
}

export interface StorySurroundings {
  readonly bankTitle: string
  readonly bankLanguage: string | null
  readonly section: Section | null
  readonly questions: readonly Question[]
}

export interface StoryStore {
  list(): StoryRow[]
  /** The same stories for lists, in the same order. */
  overviews(): StoryOverview[]
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
  readonly focus: string[] | null
  readonly startedAt: number
}

/** What decides whether an attempt is cleaned up, but for its size. */
export interface CleanableAttempt {
  readonly id: string
  readonly storyId: string
  readonly storyTitle: string
  readonly startedAt: number
  readonly favourite: boolean
  /** It is being recorded. */
  readonly isGrowing: boolean
  /** Its sound was cleaned up before. */
  readonly isSilent: boolean
  /** It has a transcript. */
  readonly isWritten: boolean
}

/** Something that goes for good some minutes after the moment `at`; `id` is an attempt's or a bank's. */
export interface PutAside {
  readonly kind: 'attempt' | 'audio' | 'bank'
  readonly id: string
  readonly at: number
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
  /** Moves an attempt to the story that was told in it; its score is given anew. */
  setStory(attemptId: string, storyId: string): void
  setNote(attemptId: string, note: string): void
  setFavourite(attemptId: string, favourite: boolean): void
  /** Puts many aside, or back, in one go. */
  setAllRemoved(attemptIds: readonly string[], removedAt: number | null): void
  /** The same for the sound alone. */
  setAudioRemoved(attemptIds: readonly string[], removedAt: number | null): void
  /** What was put aside and can still be brought back: attempts, the sound of attempts alone, banks. */
  putAside(): PutAside[]
  /** The attempts at the stories of a bank, also those that were put aside by themselves. */
  ofBank(bankId: string): string[]
  /** Deletes for good what was put aside at that moment and is still; of sound alone there is no row. */
  purge(aside: readonly PutAside[]): void
  /** Every attempt that is not put aside, newest first, as far as cleaning up is concerned. */
  cleanable(): CleanableAttempt[]
  delete(attemptId: string): void
}

export interface StoredTranscript {
  readonly heard: Transcript
  readonly corrected: Transcript | null
  /** The model that heard it. */
  readonly modelName: string
}

export interface TranscriptStore {
  get(attemptId: string): StoredTranscript | null
  /** The models that heard the attempts at a story, by attempt; those without a transcript are left out. */
  modelNames(storyId: string): Map<string, string>
  /** Replaces what was there, corrections included. */
  save(attemptId: string, transcript: StoredTranscript, createdAt: number): void
  setCorrected(attemptId: string, corrected: Transcript | null): void
}

export interface OverrideStore {
  of(attemptId: string): Map<string, CoverageStatus>
  set(attemptId: string, pointId: string, status: CoverageStatus | null, setAt: number): void
}

/** A score as it was last given; not `isCurrent` when the matcher or what it rests on has changed since. */
export interface KnownScore {
  readonly attemptId: string
  readonly score: Score | null
  readonly isCurrent: boolean
}

/** Scores of attempts that have a transcript or a verdict by hand; the others can have none. */
export interface ScoreStore {
  /** Of the newest such attempt at the whole of each story, by story. */
  newest(): Map<string, KnownScore>
  /** Of all such attempts at a story, by attempt, newest first. */
  ofStory(storyId: string): Map<string, KnownScore>
  /** Keeps assessments as current, by attempt. */
  save(assessments: ReadonlyMap<string, Assessment>): void
  /** Of every such attempt that is not current. */
  outdated(): string[]
  /** Every finished attempt of the stories that are there, oldest first; of a bank if one is named. */
  answers(bankId: string | null): Answer[]
  /** What became of the points of each story in its newest answers: at most `last` of each. */
  verdicts(bankId: string | null, last: number): Verdicts[]
  /** For what scores rest on outside the database: everything inside outdates them by itself. */
  outdate(attemptId: string): void
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

/** Turns documents of other programs into text. */
export interface DocumentConverter {
  /**
   * A Word document (.docx) as HTML in UTF-8. Throws `not-text` for anything else, `bank-too-large` for what unpacks
   * to more than a document, and the signal's reason when it is aborted.
   */
  wordToHtml(bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>
}

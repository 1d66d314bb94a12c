import { PCM_BYTES_PER_MS } from '#domain/audio/pcm'
import { AppError, errorCode } from '#domain/errors'
import { joinPiece, NOTHING_HEARD } from '#domain/speech/join'
import { LONGEST_PHRASE_MS } from '#domain/speech/pauses'
import { createPhrases } from '#domain/speech/phrases'
import { nextPiece } from '#domain/speech/pieces'
import { plausibleTranscript } from '#domain/speech/plausible'
import { MOST_WORDS_BEFORE } from '#domain/speech/priming'
import type { Phrase, Piece, VoiceFrame } from '#domain/speech/speech'
import { type Transcript, transcriptText } from '#domain/transcript'
import type { SpeechEngine, SpeechModel, TranscribeOptions } from '../ports/speech.ts'
import { ownVoice, type Voice } from './voice.ts'

/** `behind` while the speaker is far ahead, `stopped` when the engine failed; `finish` does what is left in any case. */
export type HearingState = 'listening' | 'behind' | 'stopped'

/** Writes one recording down, piece by piece: while it grows, or afterwards. */
export interface Hearing {
  readonly model: SpeechModel
  /** Takes samples of the recording as they are written; never throws. */
  listen(pcm: Uint8Array): void
  /** Takes the whole recording from its file instead. */
  listenToAll(signal: AbortSignal): Promise<void>
  /**
   * Resolves with every word when no more sound comes and the rest is heard. Throws what the engine throws; then, and
   * when it is aborted, the hearing is over.
   */
  finish(options: Pick<TranscribeOptions, 'signal' | 'report'>): Promise<Transcript>
  /** What was heard so far. */
  soFar(): Transcript
  state(): HearingState
  /** Gives up. */
  close(): void
}

export interface HearingDeps {
  readonly engine: SpeechEngine
  readonly model: SpeechModel
  /** The language that is spoken; null lets the model find out, once. */
  readonly language: string | null
  /** What the engine is told before a piece, given the words before it. */
  prompt(before: string): string | null
  /** The samples of the recording from one moment to another. */
  read(fromMs: number, toMs: number): Promise<Uint8Array>
  /** The detector of speech; the app's own where it is left out or fails. */
  readonly voice?: (onFrames: (frames: readonly VoiceFrame[]) => void) => Voice
  /** Called when more was heard, or when the state changed. */
  onProgress?(): void
}

/** With more than this waiting the machine is too slow for live work. */
const BEHIND_MS = 30_000
/** The model's window is left this much room, so that padding never makes a second window. */
const WINDOW_ROOM_MS = 1500
/** How much of a file is looked at in one go. */
const READ_MS = 10_000
/** An engine that died is started anew this often for one piece. */
const TRIES = 2

/** Creates a hearing at the beginning of a recording. Its memory does not grow with the sound: pieces are read from the file. */
export function createHearing(deps: HearingDeps): Hearing {
  const { engine, model } = deps
  const stop = new AbortController()
  const longestMs = Math.max(LONGEST_PHRASE_MS, model.windowMs - WINDOW_ROOM_MS)
  let phrases = createPhrases()
  let voice = (deps.voice ?? ownVoice)(onFrames)
  let waiting: Phrase[] = []
  let transcript = NOTHING_HEARD
  let heardUntilMs = 0
  let listenedMs = 0
  let language = deps.language
  /** Pieces are heard as soon as they are cut, not only at the end. */
  let isLive = false
  let state: HearingState = 'listening'
  let work: Promise<void> | null = null

  function onFrames(frames: readonly VoiceFrame[]): void {
    waiting.push(...phrases.push(frames))
    if (isLive && state !== 'stopped') pump()
  }

  const waitingMs = () => waiting.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)

  function become(next: HearingState): void {
    if (state === next) return
    state = next
    deps.onProgress?.()
  }

  /** Hears the next piece in the background while the recording goes on; a failure leaves it for `finish`. */
  function pump(): void {
    if (waitingMs() > BEHIND_MS) become('behind')
    if (work || stop.signal.aborted) return
    const limitMs = state === 'behind' ? longestMs : LONGEST_PHRASE_MS
    const next = nextPiece(waiting, { limitMs, nowMs: listenedMs, isFinal: false })
    if (!next) return
    const before = waiting
    waiting = next.rest
    work = hear(next.piece, { signal: stop.signal, report: () => {} })
      .then(
        () => true,
        () => {
          waiting = [...before.slice(0, before.length - next.rest.length), ...waiting]
          become('stopped')
          return false
        },
      )
      .then((isHeard) => {
        work = null
        if (!isHeard || !isLive) return
        if (waiting.length === 0) become('listening')
        pump()
      })
  }

  async function hear(piece: Piece, options: Pick<TranscribeOptions, 'signal' | 'report'>): Promise<void> {
    const pcm = await deps.read(piece.startMs, piece.endMs)
    const before = transcriptText(transcript.words.slice(-MOST_WORDS_BEFORE))
    const heard = await trying(() =>
      engine.transcribe({ pcm }, model, { ...options, language, prompt: deps.prompt(before) }),
    )
    const believed = plausibleTranscript(heard, piece)
    // Finding out costs as much as hearing the piece, so it is done once.
    if (believed.words.length > 0) language ??= heard.language
    transcript = joinPiece(transcript, believed, piece, heardUntilMs)
    heardUntilMs = piece.endMs
    deps.onProgress?.()
  }

  async function listenToAll(signal: AbortSignal): Promise<void> {
    for (let fromMs = 0; ; fromMs += READ_MS) {
      signal.throwIfAborted()
      const pcm = await deps.read(fromMs, fromMs + READ_MS)
      await listen(pcm)
      if (pcm.byteLength < READ_MS * PCM_BYTES_PER_MS) return
    }
  }

  function listen(pcm: Uint8Array): Promise<void> {
    listenedMs += pcm.byteLength / PCM_BYTES_PER_MS
    return voice.push(pcm)
  }

  /** Aborting ends whatever engine and detector are at. */
  async function abortable<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const abort = () => {
      stop.abort()
      voice.close()
    }
    signal.addEventListener('abort', abort, { once: true })
    try {
      signal.throwIfAborted()
      return await work()
    } catch (error) {
      throw signal.aborted ? new AppError('cancelled') : error
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  /** The detector failed on the way: all is heard again, with our own. */
  async function startOver(signal: AbortSignal): Promise<void> {
    voice = ownVoice(onFrames)
    phrases = createPhrases()
    waiting = []
    transcript = NOTHING_HEARD
    heardUntilMs = 0
    listenedMs = 0
    await listenToAll(signal)
    await voice.end()
  }

  async function hearTheRest(signal: AbortSignal, report: TranscribeOptions['report']): Promise<Transcript> {
    isLive = false
    const isWhole = await voice.end()
    await work
    if (!isWhole) await startOver(signal)
    waiting.push(...phrases.end())
    const totalMs = Math.max(1, waiting.at(-1)?.endMs ?? 1)
    for (let next = take(); next; next = take()) {
      const { startMs, endMs } = next.piece
      const share = (fraction: number) => report((startMs + fraction * (endMs - startMs)) / totalMs)
      await hear(next.piece, { signal: stop.signal, report: share })
      waiting = next.rest
      report(endMs / totalMs)
    }
    return transcript

    function take() {
      signal.throwIfAborted()
      return nextPiece(waiting, { limitMs: longestMs, nowMs: listenedMs, isFinal: true })
    }
  }

  return {
    model,
    listen(pcm) {
      isLive = true
      void listen(pcm)
    },
    listenToAll: (signal) => abortable(signal, () => listenToAll(signal)),
    finish: ({ signal, report }) => abortable(signal, () => hearTheRest(signal, report)).finally(() => voice.close()),
    soFar: () => transcript,
    state: () => state,
    close() {
      stop.abort()
      voice.close()
    },
  }
}

/** Tries again where the engine failed: it starts anew by itself. */
async function trying<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (errorCode(error) !== 'engine-failed' || attempt === TRIES) throw error
    }
  }
}

import { LONGEST_PHRASE_MS, pauseNeeded, quietestMoment } from './pauses.ts'
import type { Phrase, VoiceFrame } from './speech.ts'
import { isWhisper, WHISPER_MS } from './whispering.ts'

/** Cuts a recording into phrases while it grows. */
export type PhraseCutter = {
  /** Takes the frames that follow and answers the phrases that they decide, in order. */
  push(frames: readonly VoiceFrame[]): Phrase[]
  /**
   * Answers the phrase that is still open: at the end of the sound. Frames may follow; no phrase
   * reaches over this moment.
   */
  end(): Phrase[]
}

/** Silence around a phrase that goes with it. */
const PADDING_MS = 200
/** Sound without voice this near to voice is a consonant. */
const REACH_MS = 320
/** A phrase has this much voice at least, and this share of its sound: less is noise with a periodic moment. */
const LEAST_VOICED_MS = 100
const LEAST_VOICED_SHARE = 0.1
/** Where no pause comes, the quietest moment in the last part of the longest phrase is cut… */
const SEARCHED_SHARE = 1 / 3
/** …and both sides hear this much beyond the cut, so that every word is whole in one of them. */
const OVERLAP_MS = 700

type Open = {
  startMs: number
  /** The end of the last sound that is speech. */
  speechEndMs: number
  voicedEndMs: number
  /** Where a sound began that is speech only if voice follows soon; null when there is none. */
  pendingMs: number | null
  whispered: boolean
}

function measure(frames: readonly VoiceFrame[], startMs: number, endMs: number) {
  let voicedMs = 0
  let soundMs = 0
  for (const frame of frames) {
    const withinMs = Math.min(frame.endMs, endMs) - Math.max(frame.startMs, startMs)
    if (withinMs <= 0) continue
    if (frame.voiced) voicedMs += withinMs
    if (frame.sound) soundMs += withinMs
  }
  return { voicedMs, soundMs }
}

/** Creates a cutter; `limitMs` (at least 4 s) is the longest phrase. It keeps the frames of one phrase at most. */
export function createPhrases({ limitMs = LONGEST_PHRASE_MS }: { limitMs?: number } = {}): PhraseCutter {
  let frames: VoiceFrame[] = []
  let open: Open | null = null
  let wasSound = false
  let nowMs = 0
  /** No phrase begins before: the end of the one before, or of an earlier part of the recording. */
  let boundaryMs = 0

  function phrase(startMs: number, endMs: number, ends: Phrase['ends'], whispered: boolean): Phrase[] {
    const measured = measure(frames, startMs, endMs)
    const { voicedMs, soundMs } = measured
    const within = (frame: VoiceFrame) => frame.startMs >= startMs && frame.endMs <= endMs
    // A keyboard may have sounded like a whisper for two seconds, but not for long.
    const isSpeech =
      (whispered && isWhisper(frames.filter(within))) ||
      (voicedMs >= LEAST_VOICED_MS && voicedMs >= LEAST_VOICED_SHARE * soundMs)
    return isSpeech ? [{ startMs, endMs, ends, ...measured }] : []
  }

  /** Opens a phrase with the first sound since `fromMs`, a consonant or what was whispered. */
  function begin(fromMs: number, whispered: boolean): void {
    const first = frames.find(({ sound, startMs }) => sound && startMs >= Math.max(fromMs, boundaryMs))
    const startMs = Math.max(boundaryMs, (first?.startMs ?? nowMs) - PADDING_MS)
    open = { startMs, speechEndMs: nowMs, voicedEndMs: nowMs, pendingMs: null, whispered }
  }

  function close(current: Open, quietMs: number): Phrase[] {
    const endMs = current.speechEndMs + Math.min(PADDING_MS, quietMs / 2)
    open = null
    // What is left after a cut at the limit may have been heard in full before it.
    if (current.speechEndMs <= boundaryMs) return []
    const found = phrase(current.startMs, endMs, 'pause', current.whispered)
    if (found.length > 0) boundaryMs = endMs
    return found
  }

  /** Cuts the longest phrase at its quietest moment; what follows begins before the end of what came. */
  function cut(current: Open): Phrase[] {
    const lastMs = current.startMs + limitMs - OVERLAP_MS
    const cutMs = quietestMoment(frames, lastMs - SEARCHED_SHARE * limitMs, lastMs)
    const found = phrase(current.startMs, cutMs + OVERLAP_MS, 'limit', current.whispered)
    if (found.length > 0) boundaryMs = cutMs + OVERLAP_MS
    open = { ...current, startMs: cutMs - OVERLAP_MS }
    return found
  }

  /** Follows an open phrase by one frame. */
  function follow(current: Open, frame: VoiceFrame): Phrase[] {
    const isNear = current.whispered || frame.startMs - current.voicedEndMs < REACH_MS
    if (frame.voiced) current.voicedEndMs = frame.endMs
    if (frame.voiced || (frame.sound && isNear)) {
      current.speechEndMs = frame.endMs
      current.pendingMs = null
    } else if (frame.sound && !wasSound && current.pendingMs === null) current.pendingMs = frame.startMs
    const isPending = current.pendingMs !== null && nowMs - current.pendingMs < REACH_MS
    const quietMs = (current.pendingMs ?? nowMs) - current.speechEndMs
    const lengthMs = current.speechEndMs - current.startMs
    const isPause = !isPending && nowMs - current.speechEndMs >= pauseNeeded(lengthMs, limitMs)
    if (!isPending) current.pendingMs = null
    if (isPause) return close(current, quietMs)
    return nowMs - current.startMs >= limitMs ? cut(current) : []
  }

  function take(frame: VoiceFrame): Phrase[] {
    frames.push(frame)
    nowMs = frame.endMs
    let found: Phrase[] = []
    if (open) found = follow(open, frame)
    else if (frame.voiced) begin(frame.startMs - REACH_MS, false)
    else if (frame.sound) {
      const recent = frames.filter(({ startMs }) => startMs >= nowMs - WHISPER_MS - 1 && startMs >= boundaryMs)
      if (isWhisper(recent)) begin(nowMs - WHISPER_MS, true)
    }
    wasSound = frame.sound
    return found
  }

  function forget(): void {
    const neededMs = Math.min(nowMs - WHISPER_MS - REACH_MS, open?.startMs ?? nowMs)
    const first = frames.findIndex(({ endMs }) => endMs > neededMs)
    frames = first < 0 ? [] : frames.slice(first)
  }

  return {
    push(following) {
      const found = following.flatMap(take)
      forget()
      return found
    },
    end() {
      const found = open ? close(open, 2 * (nowMs - open.speechEndMs)) : []
      boundaryMs = Math.max(boundaryMs, nowMs)
      frames = []
      wasSound = false
      return found
    },
  }
}

import type { VoiceFrame } from './speech.ts'

/** Sound without voice has to go on for this long before it may be a whisper. */
export const WHISPER_MS = 2000
/** A stretch of sound shorter than this is a click; more such than longer ones is a keyboard. */
const CLICK_MS = 80
const SOUND_SHARE = 0.45
/** Syllables rise and fall by this much, two to six times a second; a breath or a car does so less than once. */
const SWING_DB = 8
const LEAST_SWINGS_A_SECOND = 2

/** How often the level rises and falls again by `SWING_DB`. */
function countSwings(frames: readonly VoiceFrame[]): number {
  let swings = 0
  let isRising = true
  let turn = frames[0]?.levelDb ?? 0
  for (const { levelDb } of frames) {
    if (isRising ? levelDb > turn : levelDb < turn) turn = levelDb
    else if (Math.abs(levelDb - turn) >= SWING_DB) {
      if (isRising) swings++
      isRising = !isRising
      turn = levelDb
    }
  }
  return swings
}

/** The lengths of unbroken sound in milliseconds. */
function soundRuns(frames: readonly VoiceFrame[]): number[] {
  const runs: number[] = []
  let isOpen = false
  for (const { sound, startMs, endMs } of frames) {
    if (sound && isOpen) runs[runs.length - 1]! += endMs - startMs
    else if (sound) runs.push(endMs - startMs)
    isOpen = sound
  }
  return runs
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Whether frames (`WHISPER_MS` or more) sound like a whisper: much sound, in syllables, not in clicks. */
export function isWhisper(frames: readonly VoiceFrame[]): boolean {
  const runs = soundRuns(frames)
  const soundMs = sum(runs)
  const wholeMs = (frames.at(-1)?.endMs ?? 0) - (frames[0]?.startMs ?? 0)
  return (
    wholeMs >= WHISPER_MS &&
    soundMs >= SOUND_SHARE * wholeMs &&
    sum(runs.filter((run) => run >= CLICK_MS)) >= 0.8 * soundMs &&
    countSwings(frames) >= (LEAST_SWINGS_A_SECOND * wholeMs) / 1000
  )
}

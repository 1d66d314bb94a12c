import { SAMPLE_RATE_HZ } from '../audio/wav.ts'
import { biquad } from './filters.ts'
import { createNoiseFloor } from './noise-floor.ts'
import { createPeriodFinder, type Period, PITCH_RATE_HZ, PITCH_SAMPLES } from './periodicity.ts'
import type { VoiceFrame } from './speech.ts'

/** Tells speech from silence, noise, hum, breaths and clicks in 16 kHz mono 16-bit samples. */
export type VoiceActivity = {
  /** Takes a chunk of any size and answers the frames (20 ms) that are decided; the first half second is held back. */
  push(samples: Int16Array): VoiceFrame[]
  /** Answers what is held back, at the end of the sound. Pushing may go on. */
  end(): VoiceFrame[]
}

const FRAME_MS = 20
const FRAME_SAMPLES = (SAMPLE_RATE_HZ * FRAME_MS) / 1000
const DECIMATION = SAMPLE_RATE_HZ / PITCH_RATE_HZ
const LOWEST_DB = -100
/** Rumble and DC lie below, every voice above. */
const RUMBLE_HZ = 90
/** What is kept for the pitch: enough harmonics of any voice, little of the hiss. */
const PITCH_BAND_HZ = 900
/** The beginning is decided when this much is known of the noise. */
const HELD_FRAMES = 25
/** Above the noise floor: where sound begins, where it goes on, and where a voice that is clearly periodic does. */
const BEGINS_DB = 9
const STAYS_DB = 6
const VOICE_DB = 4
/** Nothing quieter is sound. */
const QUIETEST_DB = -66
/** From here on a period is one. */
const PERIODIC = 0.7
/** From frame to frame the pitch of a voice glides by less than this… */
const GLIDE = 0.2
/** …but even a held vowel wavers by more than this (and this many dB) within a tenth of a second; hum does not. */
const STEADY = 0.01
const STEADY_DB = 1.5
/** Less than a phrase's least voice, so that hum that begins is none. */
const STEADY_FRAMES = 5

/** Measured but not yet judged. */
type Measured = { startMs: number; levelDb: number; hasPitch: boolean }

/** Whether a periodic frame goes on with the pitch before, but is not the unchanging tone of hum or a fan. */
function createPitchJudge(): (period: Period, levelDb: number) => boolean {
  let before = 0
  let tone = { lag: 0, levelDb: 0, frames: 0 }
  return ({ strength, lag }, levelDb) => {
    const isPeriodic = strength >= PERIODIC
    const goesOn = isPeriodic && before > 0 && Math.abs(lag / before - 1) < GLIDE
    const isSteady = isPeriodic && Math.abs(lag / tone.lag - 1) < STEADY && Math.abs(levelDb - tone.levelDb) < STEADY_DB
    tone = isSteady ? { ...tone, frames: tone.frames + 1 } : { lag, levelDb, frames: 1 }
    before = isPeriodic ? lag : 0
    return goesOn && tone.frames < STEADY_FRAMES
  }
}

/** Creates a detector at the beginning of a recording; its state does not grow. */
export function createVoiceActivity(): VoiceActivity {
  const highPass = biquad('high', RUMBLE_HZ, SAMPLE_RATE_HZ)
  const lowPass = biquad('low', PITCH_BAND_HZ, SAMPLE_RATE_HZ, 0.541)
  const lowPassAgain = biquad('low', PITCH_BAND_HZ, SAMPLE_RATE_HZ, 1.307)
  const pitchSound = new Float64Array(PITCH_SAMPLES)
  const perFrame = FRAME_SAMPLES / DECIMATION
  const findPeriod = createPeriodFinder()
  const judgePitch = createPitchJudge()
  const floor = createNoiseFloor()
  let power = 0
  let filled = 0
  let frames = 0
  let held: Measured[] = []
  let floorDb = LOWEST_DB
  let isSound = false

  function measure(): Measured {
    const levelDb = Math.max(LOWEST_DB, 10 * Math.log10(power / FRAME_SAMPLES / 32768 ** 2))
    floorDb = floor.push(levelDb)
    const measured = { startMs: frames++ * FRAME_MS, levelDb, hasPitch: judgePitch(findPeriod(pitchSound), levelDb) }
    power = 0
    filled = 0
    return measured
  }

  function judge({ startMs, levelDb, hasPitch }: Measured): VoiceFrame {
    const above = levelDb - floorDb
    isSound = levelDb >= QUIETEST_DB && above >= (hasPitch ? VOICE_DB : isSound ? STAYS_DB : BEGINS_DB)
    return { startMs, endMs: startMs + FRAME_MS, levelDb, sound: isSound, voiced: isSound && hasPitch }
  }

  const release = () => {
    const judged = held.map(judge)
    held = []
    return judged
  }

  return {
    push(samples) {
      const decided: VoiceFrame[] = []
      for (let i = 0; i < samples.length; i++) {
        if (filled === 0) pitchSound.copyWithin(0, perFrame)
        const clean = highPass(samples[i]!)
        const low = lowPassAgain(lowPass(clean))
        power += clean * clean
        if (filled % DECIMATION === 0) pitchSound[PITCH_SAMPLES - perFrame + filled / DECIMATION] = low
        if (++filled < FRAME_SAMPLES) continue
        held.push(measure())
        if (frames >= HELD_FRAMES) decided.push(...release())
      }
      return decided
    },
    end: release,
  }
}

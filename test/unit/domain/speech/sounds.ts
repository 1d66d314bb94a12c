const RATE = 16_000

/** Samples of a sound given by its value (about -1 to 1) at each second, at a level in dBFS of its peak. */
export const sound = (ms: number, peakDb: number, at: (seconds: number, index: number) => number): Int16Array =>
  Int16Array.from({ length: (ms * RATE) / 1000 }, (_, i) => Math.round(32_767 * 10 ** (peakDb / 20) * at(i / RATE, i)))

/** Numbers between 0 and 1, the same in every run. */
function createDraw(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

export const silence = (ms: number): Int16Array => new Int16Array((ms * RATE) / 1000)

/** White noise. */
export function noise(ms: number, peakDb: number): Int16Array {
  const draw = createDraw()
  return sound(ms, peakDb, () => 2 * draw() - 1)
}

/** A vowel in syllables of a fifth of a second, its pitch gliding around `pitchHz` as a voice's does. */
export const voice = (ms: number, peakDb: number, pitchHz = 120): Int16Array => {
  let phase = 0
  return sound(ms, peakDb, (seconds) => {
    phase += (pitchHz * (1 + 0.15 * Math.sin(2 * Math.PI * 1.3 * seconds))) / RATE
    const syllable = 0.15 + 0.85 * Math.sin(Math.PI * seconds * 5) ** 2
    let sum = 0
    for (let harmonic = 1; harmonic <= 8; harmonic++) sum += Math.sin(2 * Math.PI * harmonic * phase) / harmonic
    return 0.5 * syllable * sum
  })
}

/** The mains: a tone with harmonics that never changes. */
export const hum = (ms: number, peakDb: number, hz = 50): Int16Array =>
  sound(ms, peakDb, (seconds) => {
    let sum = 0
    for (let harmonic = 1; harmonic <= 6; harmonic++) sum += Math.sin(2 * Math.PI * harmonic * hz * seconds) / harmonic
    return 0.5 * sum
  })

/** Breaths of a second every three, in noise that swells and fades. */
export function breaths(ms: number, peakDb: number): Int16Array {
  const draw = createDraw()
  return sound(ms, peakDb, (seconds) => {
    const at = seconds % 3
    return at < 1 ? (2 * draw() - 1) * Math.sin(Math.PI * at) ** 2 : 0
  })
}

/** A keyboard: bursts of a few milliseconds, four a second. */
export function keys(ms: number, peakDb: number): Int16Array {
  const draw = createDraw()
  return sound(ms, peakDb, (seconds) => (2 * draw() - 1) * Math.exp(-(seconds % 0.25) / 0.004))
}

export const mixed = (...sounds: readonly Int16Array[]): Int16Array =>
  Int16Array.from(sounds[0]!, (_, i) => sounds.reduce((sum, each) => sum + (each[i] ?? 0), 0))

export const inRow = (...sounds: readonly Int16Array[]): Int16Array =>
  Int16Array.from(sounds.flatMap((each) => [...each]))

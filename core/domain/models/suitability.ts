import type { Catalogue, SpeechFile } from './catalogue.ts'
import { memoryBytes } from './memory.ts'
import { type Family, type Quantisation, SHAPES } from './shapes.ts'
import { requestMs, type SpeedRates } from './speed.ts'

/** The longest piece that is heard while one speaks, and what of its time the hearing may take. */
const PIECE_MS = 15_000
const LIVE_SHARE = 0.5
/** What is left to hear when one stops speaking: a sentence. */
const TAIL_SOUND_MS = 4000
const LONGEST_TAIL_MS = 2000
/** Names of the story and the end of what was said before. */
const PROMPT_TOKENS = 100
/** A minute is heard in windows of 30 s. */
const WINDOW_MS = 30_000
/** What of the machine's memory the engine may take. */
const MEMORY_SHARE = 0.5

/** What a model costs on a machine, in milliseconds of work. */
export interface ModelCost {
  /** For a minute of speech, heard afterwards. */
  readonly perMinuteMs: number
  /** From the end of speaking to the last words, when all before was heard live. */
  readonly tailMs: number
  /** Whether it hears pieces in half the time that they take to say. */
  readonly keepsUp: boolean
}

/** What a model of a family and a kind of weights costs on a machine of these rates. */
export function costOf(rates: SpeedRates, family: Family, quantisation: Quantisation): ModelCost {
  const model = { shape: SHAPES[family], quantisation }
  return {
    perMinuteMs: (60_000 / WINDOW_MS) * requestMs(rates, model, WINDOW_MS, PROMPT_TOKENS),
    tailMs: requestMs(rates, model, TAIL_SOUND_MS, PROMPT_TOKENS),
    keepsUp: requestMs(rates, model, PIECE_MS, PROMPT_TOKENS) <= LIVE_SHARE * PIECE_MS,
  }
}

/** Whether a machine with so much memory has enough of it for a model. */
export const fitsMemory = (file: SpeechFile, machineBytes: number): boolean =>
  memoryBytes(file) <= MEMORY_SHARE * machineBytes

export interface Machine {
  readonly memoryBytes: number
  /** Null when it was not measured. */
  readonly rates: SpeedRates | null
}

/** From the best hearing to the quickest; the families' word error rates stand in this order in the paper's table 8. */
const BEST_FIRST: readonly Family[] = ['large-v3-turbo', 'medium', 'small', 'base', 'tiny']
/** Eight bits hear as well as sixteen in half the room; five bits come last. */
const PREFERRED: readonly Quantisation[] = ['q8_0', 'f16', 'q5_1', 'q5_0']
/** For a machine that was not measured, and the least that is worth suggesting to a slow one. */
const COMMON: Family = 'base'
const LEAST: Family = 'tiny'

/**
 * The id of the model that suits a machine: the best one that keeps up with live speech, has its last words within two
 * seconds of the end, and fits the memory. English alone is heard better by the English ones of a family.
 */
export function recommend({ speech }: Catalogue, machine: Machine, onlyEnglish: boolean): string | null {
  const fitting = speech.filter((file) => fitsMemory(file, machine.memoryBytes) && (onlyEnglish || file.multilingual))
  const ofFamily = (family: Family) =>
    fitting
      .filter((file) => file.family === family)
      .sort(
        (a, b) =>
          PREFERRED.indexOf(a.quantisation) - PREFERRED.indexOf(b.quantisation) ||
          Number(a.multilingual) - Number(b.multilingual),
      )
  const { rates } = machine
  if (!rates) return ofFamily(COMMON)[0]?.id ?? null
  const isLive = ({ family, quantisation }: SpeechFile) => {
    const cost = costOf(rates, family, quantisation)
    return cost.keepsUp && cost.tailMs <= LONGEST_TAIL_MS
  }
  const live = BEST_FIRST.flatMap(ofFamily).find(isLive)
  return (live ?? ofFamily(LEAST)[0])?.id ?? null
}

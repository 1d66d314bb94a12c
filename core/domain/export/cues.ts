import type { Word } from '../transcript.ts'
import { oneLine } from './document.ts'
import { endsSentence } from './paragraphs.ts'

/** Text to be shown from one moment to another, in one or two lines. Milliseconds. */
export interface Cue {
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly string[]
}

/**
 * Netflix's Timed Text Style Guide (general requirements, 2024): at most two lines of 42 characters, shown for 5/6 of a
 * second at least and seven seconds at most. Silences of half a second make a cut, so that text goes when speech does.
 */
export const MAX_LINE_CHARS = 42
export const MIN_CUE_MS = 833
export const MAX_CUE_MS = 7000
const PAUSE_MS = 500

/**
 * Words as subtitles, in order: none overlaps the next and each is shown long enough to be read, if need be a little
 * later than it is said. A word that is longer than a line has a line of its own.
 */
export function cuesOf(words: readonly Word[]): Cue[] {
  const cues: Cue[] = []
  let open: Word[] = []
  const close = () => {
    if (open.length === 0) return
    const startMs = Math.max(open[0]!.startMs, cues.at(-1)?.endMs ?? 0)
    const endMs = Math.max(startMs + MIN_CUE_MS, ...open.map((word) => word.endMs))
    cues.push({ startMs, endMs, lines: inLines(open.map(({ text }) => text))! })
    open = []
  }
  for (const word of words.map((each) => ({ ...each, text: oneLine(each.text) }))) {
    if (word.text === '') continue
    if (open.length > 0 && isCutBefore(word, open)) close()
    open.push(word)
  }
  close()
  return cues
}

function isCutBefore(word: Word, open: readonly Word[]): boolean {
  const [first, last] = [open[0]!, open.at(-1)!]
  const mustCut = word.endMs - first.startMs > MAX_CUE_MS || inLines([...open, word].map(({ text }) => text)) === null
  const mayCut = endsSentence(last.text) || word.startMs - last.endMs >= PAUSE_MS
  return mustCut || (mayCut && word.startMs - first.startMs >= MIN_CUE_MS)
}

/** Words in one line, or in two of about the same length; null when they do not fit. */
function inLines(words: readonly string[]): string[] | null {
  const whole = words.join(' ')
  if (words.length === 1 || whole.length <= MAX_LINE_CHARS) return [whole]
  const splits = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  const fitting = splits.filter(([above, below]) => isLine(above!) && isLine(below!))
  const unevenness = ([above, below]: string[]) => Math.abs(above!.length - below!.length)
  return fitting.sort((a, b) => unevenness(a) - unevenness(b))[0] ?? null
}

const isLine = (text: string): boolean => text.length <= MAX_LINE_CHARS || !text.includes(' ')

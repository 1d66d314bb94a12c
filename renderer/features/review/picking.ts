import type { PointCoverage } from '#domain/coverage/coverage'
import type { WordSpan } from '#domain/transcript'

/** A stretch of words that is being chosen, between `anchor` and `head`, both inclusive; none while anchor is null. */
export interface Picking {
  readonly anchor: number | null
  /** Where the keyboard is, and the end that moves. */
  readonly head: number
  /** A click chose the first word, and the next one chooses the last. */
  readonly isOpen: boolean
  /** Where the pointer went down, while it is down. */
  readonly pressed: number | null
}

/** The words that most likely say a point: its longest evidence, else the nearest miss. */
export function likeliest(judged: PointCoverage | null): WordSpan | null {
  const longest = judged?.evidence.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  return longest ?? judged?.closest ?? null
}

/** The choice as it begins, with a guess or with nothing chosen; `count` words are there. */
export function startPicking(guess: WordSpan | null, count: number): Picking {
  const start = { isOpen: false, pressed: null }
  if (!guess || guess.from >= Math.min(guess.to, count)) return { ...start, anchor: null, head: 0 }
  return { ...start, anchor: guess.from, head: Math.min(guess.to, count) - 1 }
}

/** A key leads to a word: it alone is chosen, or what lies between. */
export const moveTo = (picking: Picking, at: number, isExtending: boolean): Picking => ({
  anchor: isExtending ? (picking.anchor ?? picking.head) : at,
  head: at,
  isOpen: false,
  pressed: null,
})

/** The pointer goes down on a word: the first one, or after a first one, or with Shift, the last one. */
export function press(picking: Picking, at: number, isExtending: boolean): Picking {
  const isLast = picking.anchor !== null && (picking.isOpen || isExtending)
  return { anchor: isLast ? picking.anchor : at, head: at, isOpen: !isLast, pressed: at }
}

/** The pressed pointer comes to a word: everything from where it went down is chosen. */
export function drag(picking: Picking, at: number): Picking {
  if (picking.pressed === null || at === picking.head) return picking
  return { ...picking, anchor: picking.pressed, head: at, isOpen: false }
}

/** The pointer goes up. */
export const release = (picking: Picking): Picking => ({ ...picking, pressed: null })

/** The words that are chosen. */
export function pickedSpan({ anchor, head }: Picking): WordSpan | null {
  return anchor === null ? null : { from: Math.min(anchor, head), to: Math.max(anchor, head) + 1 }
}

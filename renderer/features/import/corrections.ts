import type { ParsedBank } from '#domain/bank/bank'
import { correctBank } from '#domain/bank/correct'
import type { Correction } from '#domain/bank/correction'
import { Part } from '#domain/story'

/** A list of corrections and the bank that they lead to. */
export interface Snapshot {
  readonly corrections: readonly Correction[]
  readonly bank: ParsedBank
}

/** The corrections of one document: what was read, where they stand now, and the ways back and forth. */
export interface History {
  readonly raw: ParsedBank
  readonly past: readonly Snapshot[]
  readonly now: Snapshot
  readonly future: readonly Snapshot[]
}

export type HistoryAction =
  | { readonly kind: 'correct'; readonly corrections: readonly Correction[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Back to what was read; itself a step that can be undone. */
  | { readonly kind: 'discard' }

/** A document as it was read, with the corrections that were remembered from its last import. */
export function openHistory(raw: ParsedBank, remembered: readonly Correction[]): History {
  const { bank, applied } = correctBank(raw, remembered)
  return { raw, past: [], now: { corrections: applied, bank }, future: [] }
}

/** The next state; the same one when nothing changes, as when a correction finds no place. */
export function changeHistory(history: History, action: HistoryAction): History {
  const { raw, past, now, future } = history
  switch (action.kind) {
    case 'correct': {
      // On top of what stands: the same as from the start, in a fraction of the time.
      const { bank, applied } = correctBank(now.bank, action.corrections)
      if (applied.length === 0) return history
      return step(history, { corrections: appendAll(now.corrections, applied), bank })
    }
    case 'undo': {
      const before = past.at(-1)
      return before ? { raw, past: past.slice(0, -1), now: before, future: [now, ...future] } : history
    }
    case 'redo': {
      const [after, ...later] = future
      return after ? { raw, past: [...past, now], now: after, future: later } : history
    }
    case 'discard':
      return now.corrections.length === 0 ? history : step(history, { corrections: [], bank: raw })
  }
}

const step = ({ raw, past, now }: History, next: Snapshot): History => ({
  raw,
  past: [...past, now],
  now: next,
  future: [],
})

type Marking = Extract<Correction, { kind: 'mark' }>

const setsPart = (correction: Correction): correction is Marking =>
  correction.kind === 'mark' && Part.safeParse(correction.as).success

const keyOf = ({ target }: Marking) => `${target.id}\n${target.text}`

/** Puts corrections behind others; a later part of a point takes the place of an earlier one. */
function appendAll(before: readonly Correction[], added: readonly Correction[]): readonly Correction[] {
  const list: (Correction | null)[] = [...before]
  const last = new Map<string, number>()
  list.forEach((correction, index) => {
    if (correction?.kind === 'mark') last.set(keyOf(correction), index)
  })
  for (const correction of added) {
    if (correction.kind !== 'mark') {
      list.push(correction)
      continue
    }
    const at = last.get(keyOf(correction))
    const earlier = at === undefined ? null : list[at]
    if (at !== undefined && earlier && setsPart(earlier) && setsPart(correction)) list[at] = null
    last.set(keyOf(correction), list.push(correction) - 1)
  }
  return list.filter((correction) => correction !== null)
}

import { useSyncExternalStore } from 'react'
import type { LineRange } from '#domain/story'

/** What the two columns show each other. */
export interface LinkState {
  /** Lines of the document to mark. */
  readonly marked: LineRange | null
  /** Lines to bring into view; a new object scrolls again. */
  readonly target: LineRange | null
  /** The line that the pointer is over, and the key of what became of it. */
  readonly overLine: number | null
  readonly overKey: string | null
}

/** Joins the columns: marking lines must not draw a thousand stories again, so only who looks is told. */
export interface Link {
  readonly state: LinkState
  subscribe(listener: () => void): () => void
  /** Marks lines of the document. */
  mark(lines: LineRange | null): void
  /** Marks lines and brings them into view. */
  jump(lines: LineRange): void
  /** The pointer is over a line of the document. */
  over(line: number | null, key: string | null, lines: LineRange | null): void
}

export function createLink(): Link {
  const listeners = new Set<() => void>()
  let state: LinkState = { marked: null, target: null, overLine: null, overKey: null }
  const change = (next: Partial<LinkState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const isMarked = (lines: LineRange | null) =>
    state.marked?.from === lines?.from && state.marked?.to === lines?.to && state.overLine === null
  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    mark: (lines) => !isMarked(lines) && change({ marked: lines, overLine: null, overKey: null }),
    jump: (lines) => change({ marked: lines, target: { ...lines }, overLine: null, overKey: null }),
    over: (line, key, lines) => line !== state.overLine && change({ overLine: line, overKey: key, marked: lines }),
  }
}

/** A part of what the columns show each other; draws again only when that part changes. */
export const useLinked = <T>(link: Link, select: (state: LinkState) => T): T =>
  useSyncExternalStore(link.subscribe, () => select(link.state))

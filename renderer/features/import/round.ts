/** Which of all remaining documents is being accepted; `at` begins at 1. */
export interface Accepting {
  readonly at: number
  readonly total: number
  readonly fileName: string
}

/** Why a document that could be accepted was left waiting. */
export type Held =
  /** What was accepted before it changed what it would do. */
  | { readonly kind: 'replaces'; readonly storyCount: number; readonly bankTitle: string }
  /** The bank that it would update was removed meanwhile. */
  | { readonly kind: 'bank-gone' }

/** Where a round of importing stands, apart from its documents. */
export interface RoundState {
  readonly accepting: Accepting | null
  readonly isStopped: boolean
  /** Everything that could be accepted was; what is left is to be looked at. */
  readonly isOver: boolean
  readonly held: ReadonlyMap<number, Held>
  readonly lastBankId: string | null
}

const BEGIN: RoundState = { accepting: null, isStopped: false, isOver: false, held: new Map(), lastBankId: null }

/** A round outlives its screen: accepting goes on while the user looks elsewhere. */
export interface Round {
  state(): RoundState
  change(next: Partial<RoundState>): void
  reset(): void
  subscribe(listener: () => void): () => void
}

export function createRound(): Round {
  const listeners = new Set<() => void>()
  let state = BEGIN
  const become = (next: RoundState) => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    state: () => state,
    change: (next) => become({ ...state, ...next }),
    reset: () => become(BEGIN),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Why a document was left waiting, in words. */
export const heldText = (held: Held): string =>
  held.kind === 'bank-gone'
    ? 'The bank that it would update is gone: look at it'
    : `Would replace ${held.storyCount} ${held.storyCount === 1 ? 'story' : 'stories'} of “${held.bankTitle}”: look at it`

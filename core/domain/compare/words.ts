import { diffArrays } from 'diff'
import type { WordSpan } from '../transcript.ts'

/** Neighbouring words that both answers hold, or only the earlier (`removed`) or the later one (`added`). */
export type WordRun =
  | { readonly kind: 'same'; readonly before: WordSpan; readonly after: WordSpan }
  | { readonly kind: 'removed'; readonly before: WordSpan }
  | { readonly kind: 'added'; readonly after: WordSpan }

/** Beyond this many edits two answers share too little for it to be worth the search. */
const MOST_EDITS = 3000

/** A word without what speech does not have: capitals and punctuation. */
const spoken = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}%']/gu, '') || word

type Change = { kind: WordRun['kind']; count: number }

function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const found = diffArrays(before.map(spoken), after.map(spoken), { maxEditLength: MOST_EDITS })
  if (!found) {
    return [
      { kind: 'removed', count: before.length },
      { kind: 'added', count: after.length },
    ]
  }
  return found.map(({ added, removed, count, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    count: count ?? value.length,
  }))
}

/** How many words were edited on one side of a change that stayed: the longer of what went and what came. */
function editsBeside(changes: readonly Change[], from: number, step: 1 | -1): number {
  let most = 0
  for (let i = from; changes[i] && changes[i]!.kind !== 'same'; i += step) most = Math.max(most, changes[i]!.count)
  return most
}

/**
 * Runs of kept words that are no longer than the edits on both of their sides only chop a rewritten sentence up: they
 * count as rewritten, too (semantic cleanup, N. Fraser, "Writing: Diff Strategies", 2006).
 */
function withoutCoincidences(changes: readonly Change[]): Change[] {
  return changes.flatMap((change, i): Change[] => {
    const isChance =
      change.kind === 'same' &&
      change.count <= editsBeside(changes, i - 1, -1) &&
      change.count <= editsBeside(changes, i + 1, 1)
    if (!isChance) return [change]
    return [
      { kind: 'removed', count: change.count },
      { kind: 'added', count: change.count },
    ]
  })
}

/** The difference between two answers, word by word; the runs cover both of them from beginning to end, in order. */
export function compareWords(before: readonly string[], after: readonly string[]): readonly WordRun[] {
  const runs: WordRun[] = []
  let [atBefore, atAfter] = [0, 0]
  let edits = { removed: 0, added: 0 }
  const flush = () => {
    if (edits.removed > 0) runs.push({ kind: 'removed', before: { from: atBefore, to: atBefore + edits.removed } })
    if (edits.added > 0) runs.push({ kind: 'added', after: { from: atAfter, to: atAfter + edits.added } })
    atBefore += edits.removed
    atAfter += edits.added
    edits = { removed: 0, added: 0 }
  }
  for (const { kind, count } of withoutCoincidences(changesOf(before, after))) {
    if (kind !== 'same') edits[kind] += count
    else if (count > 0) {
      flush()
      runs.push({
        kind,
        before: { from: atBefore, to: atBefore + count },
        after: { from: atAfter, to: atAfter + count },
      })
      atBefore += count
      atAfter += count
    }
  }
  flush()
  return runs
}

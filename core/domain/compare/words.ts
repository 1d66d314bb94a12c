import { diffArrays } from 'diff'
import type { WordSpan } from '../transcript.ts'

/** Neighbouring words that both answers hold, or only the earlier (`removed`) or the later one (`added`). */
export type WordRun =
  | { readonly kind: 'same'; readonly before: WordSpan; readonly after: WordSpan }
  | { readonly kind: 'removed'; readonly before: WordSpan }
  | { readonly kind: 'added'; readonly after: WordSpan }

/** The time of the search grows with the square of the edits; beyond so many (0.1 s) it goes from landmark to landmark. */
const MOST_EDITS = 1000

/** What is not said, but for what stands between two digits. */
const UNSPOKEN = /(?<!\p{N})[^\p{L}\p{M}\p{N}\p{Sc}%']|[^\p{L}\p{M}\p{N}\p{Sc}%'](?!\p{N})/gu

/** A word without what speech does not have: capitals, punctuation, commas between thousands, kinds of apostrophes. */
const spoken = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(UNSPOKEN, '') || word

type Change = { kind: WordRun['kind']; count: number }

/** Words that are said just once. */
function unique(words: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set(words.filter((word) => counts.get(word) === 1))
}

const edits = (before: readonly string[], after: readonly string[]) =>
  diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })

/** From one word that both say just once to the next (B. Cohen's patience diff); without any, nothing is shared. */
function changesByLandmarks(before: readonly string[], after: readonly string[]): Change[] {
  const once = unique(before).intersection(unique(after))
  const own = (words: readonly string[]) => words.filter((word) => once.has(word))
  const shared = edits(own(before), own(after))
  const landmarks = (shared ?? []).flatMap(({ added, removed, value }) => (added || removed ? [] : value))
  if (landmarks.length === 0) {
    return [
      { kind: 'removed', count: before.length },
      { kind: 'added', count: after.length },
    ]
  }
  let [a, b] = [0, 0]
  const between = landmarks.flatMap((word): Change[] => {
    const [toA, toB] = [before.indexOf(word, a), after.indexOf(word, b)]
    const changes = changesOf(before.slice(a, toA), after.slice(b, toB))
    ;[a, b] = [toA + 1, toB + 1]
    return [...changes, { kind: 'same', count: 1 }]
  })
  return [...between, ...changesOf(before.slice(a), after.slice(b))]
}

/** What becomes of the words, from beginning to end; neighbours may be of one kind. */
function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const found = edits(before, after)
  if (!found) return changesByLandmarks(before, after)
  return found.map(({ added, removed, count, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    count: count ?? value.length,
  }))
}

/** Neighbours of one kind become one. */
function joined(changes: readonly Change[]): Change[] {
  const all: Change[] = []
  for (const change of changes) {
    const last = all.at(-1)
    if (last?.kind === change.kind) last.count += change.count
    else if (change.count > 0) all.push({ ...change })
  }
  return all
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
  let pending = { removed: 0, added: 0 }
  const flush = () => {
    if (pending.removed > 0) runs.push({ kind: 'removed', before: { from: atBefore, to: atBefore + pending.removed } })
    if (pending.added > 0) runs.push({ kind: 'added', after: { from: atAfter, to: atAfter + pending.added } })
    atBefore += pending.removed
    atAfter += pending.added
    pending = { removed: 0, added: 0 }
  }
  const changes = joined(changesOf(before.map(spoken), after.map(spoken)))
  for (const { kind, count } of withoutCoincidences(changes)) {
    if (kind !== 'same') pending[kind] += count
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

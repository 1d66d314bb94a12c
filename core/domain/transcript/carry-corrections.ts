import { diffArrays } from 'diff'
import { type Transcript, transcriptText } from '../transcript.ts'
import { correctTranscript } from './correct.ts'
import { isSameWord } from './same-word.ts'

/** A stretch of the words heard first, `from` to `to` (exclusive), and what stands in its place. */
type Change = { from: number; to: number; texts: readonly string[] }

/** How `texts` differs from `base`, as changes in order; between two changes at least one word is the same. */
function changesOf(base: readonly string[], texts: readonly string[], isSame: (a: string, b: string) => boolean) {
  const changes: Change[] = []
  let at = 0
  let last: Change | null = null
  for (const part of diffArrays([...base], [...texts], { comparator: isSame })) {
    if (!part.added && !part.removed) {
      at += part.value.length
      last = null
      continue
    }
    if (!last) {
      last = { from: at, to: at, texts: [] }
      changes.push(last)
    }
    if (part.removed) {
      at += part.value.length
      last.to = at
    } else last.texts = [...last.texts, ...part.value]
  }
  return changes
}

/** Changes of the same words, which cannot both be made. */
type Dispute = { from: number; to: number; users: Change[]; engines: Change[] }

/** Whether a change that begins no earlier changes the same words, or puts words into the same place. */
const isDisputed = (dispute: Dispute, { from, to }: Change) =>
  from < dispute.to || (from === to && from === dispute.from && from === dispute.to)

function disputesOf(users: readonly Change[], engines: readonly Change[]): Dispute[] {
  const all = [...users, ...engines].sort((a, b) => a.from - b.from || a.to - b.to)
  const disputes: Dispute[] = []
  for (const change of all) {
    let last = disputes.at(-1)
    if (!last || !isDisputed(last, change)) {
      last = { from: change.from, to: change.to, users: [], engines: [] }
      disputes.push(last)
    }
    last.to = Math.max(last.to, change.to)
    if (users.includes(change)) last.users.push(change)
    else last.engines.push(change)
  }
  return disputes
}

/** `base` from `from` to `to` with changes made, in order. */
function apply(base: readonly string[], changes: readonly Change[], from: number, to: number): string[] {
  const texts: string[] = []
  let at = from
  for (const change of changes) {
    texts.push(...base.slice(at, change.from), ...change.texts)
    at = change.to
  }
  return [...texts, ...base.slice(at, to)]
}

function merged(base: readonly string[], corrected: readonly string[], anew: readonly string[]): string[] {
  // The user may have set case or punctuation right, so theirs is compared to the letter.
  const users = changesOf(base, corrected, (a, b) => a === b)
  const engines = changesOf(base, anew, isSameWord)
  const settled = disputesOf(users, engines).map(({ from, to, users, engines }): Change => {
    const texts = users.length > 0 ? apply(base, users, from, to) : apply(base, engines, from, to)
    return { from, to, texts }
  })
  return apply(respell(base, anew), settled, 0, base.length)
}

/** `base` with the case and punctuation of `anew` where the words are the same. */
function respell(base: readonly string[], anew: readonly string[]): string[] {
  const texts: string[] = []
  let read = 0
  for (const part of diffArrays([...base], [...anew], { comparator: isSameWord })) {
    if (part.removed) texts.push(...part.value)
    else {
      if (!part.added) texts.push(...anew.slice(read, read + part.value.length))
      read += part.value.length
    }
  }
  return texts
}

/** A text that the user changed from `base`, where `base` itself became `anew` meanwhile: the user's changes win. */
export function carryText(base: string, changed: string, anew: string): string {
  if (anew === base) return changed
  const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')
  return merged(wordsOf(base), wordsOf(changed), wordsOf(anew)).join(' ')
}

/**
 * The new transcript with the user's corrections of the old one, by a three-way merge of words: where the user changed
 * words (or case, or punctuation), the user's stand, elsewhere what was heard anew, with its times. Null when nothing of
 * the user's differs from what was heard anew.
 */
export function carryCorrections(
  old: { heard: Transcript; corrected: Transcript },
  heardAnew: Transcript,
): Transcript | null {
  const textsOfWords = ({ words }: Transcript) => words.map(({ text }) => text)
  const texts = merged(textsOfWords(old.heard), textsOfWords(old.corrected), textsOfWords(heardAnew))
  const text = texts.join(' ')
  return text === transcriptText(heardAnew.words) ? null : correctTranscript(heardAnew, text)
}

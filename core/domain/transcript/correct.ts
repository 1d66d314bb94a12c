import { diffArrays } from 'diff'
import { type Transcript, transcriptText, type Word } from '../transcript.ts'
import { isSameWord } from './same-word.ts'

const typed = (text: string, startMs: number, endMs: number): Word => ({ text, startMs, endMs, probability: 1 })

/** Shares the time from `startMs` to `endMs` among words by their length in letters. */
function spread(texts: readonly string[], startMs: number, endMs: number): Word[] {
  const total = texts.reduce((sum, text) => sum + text.length, 0)
  const at = (letters: number) => startMs + ((endMs - startMs) * letters) / total
  let letters = 0
  return texts.map((text) => {
    const from = at(letters)
    letters += text.length
    return typed(text, from, at(letters))
  })
}

/** Replaced words keep their places one by one where the numbers agree, else share the whole stretch. */
function replace(heard: readonly Word[], texts: readonly string[]): Word[] {
  if (heard.length === texts.length) return texts.map((text, i) => typed(text, heard[i]!.startMs, heard[i]!.endMs))
  const startMs = heard[0]!.startMs
  return spread(texts, startMs, Math.max(startMs, heard.at(-1)!.endMs))
}

/** Inserted words share the gap between their neighbours; at either end they take no time. */
function insert(texts: readonly string[], before: Word | undefined, after: Word | undefined): Word[] {
  const endMs = after?.startMs ?? before?.endMs ?? 0
  const startMs = before ? Math.min(before.endMs, endMs) : endMs
  return spread(texts, startMs, endMs)
}

/**
 * The transcript as its user corrected it: `text` is the whole new text. Words left alone keep time and probability,
 * typed words have probability 1 and the time of what they replace or stand between; segments keep their first words.
 */
export function correctTranscript(heard: Transcript, text: string): Transcript {
  if (text === transcriptText(heard.words)) return heard
  const texts = text.split(/\s+/).filter((token) => token !== '')
  const changes = diffArrays(
    heard.words.map((word) => word.text),
    texts,
    { comparator: isSameWord },
  )
  const words: Word[] = []
  /** For each heard word, the index of the corrected word that stands where it stood. */
  const movedTo: number[] = []
  let read = 0
  let removed: readonly Word[] = []
  const settleRemoved = (replacements: number) => {
    for (let i = 0; i < removed.length; i++)
      movedTo.push(words.length + Math.floor((i * replacements) / removed.length))
    removed = []
  }
  for (const change of changes) {
    const here = heard.words.slice(read, read + change.value.length)
    if (change.removed) {
      removed = here
      read += here.length
    } else if (change.added) {
      const before = words.at(-1)
      const added =
        removed.length > 0 ? replace(removed, change.value) : insert(change.value, before, heard.words[read])
      settleRemoved(added.length)
      words.push(...added)
    } else {
      settleRemoved(0)
      const kept = texts.slice(words.length, words.length + here.length)
      for (const [i, word] of here.entries()) {
        movedTo.push(words.length)
        words.push(kept[i] === word.text ? word : { ...word, text: kept[i]!, probability: 1 })
      }
      read += here.length
    }
  }
  settleRemoved(0)
  return { words, segmentStarts: moveStarts(heard.segmentStarts, movedTo, words.length) }
}

function moveStarts(starts: readonly number[], movedTo: readonly number[], count: number): number[] {
  const moved = starts.map((start, i) => (i === 0 && start === 0 ? 0 : (movedTo[start] ?? count)))
  return [...new Set(moved)].filter((start) => start < count)
}

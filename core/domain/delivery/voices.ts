import { PARTS, type Part } from '../story.ts'
import type { Voice } from './delivery.ts'
import type { Spoken, SpokenWord } from './spoken.ts'

const I = /^(?:i|i'm|i've|i'd|i'll|my|me|mine|myself)$/
const WE = /^(?:we|we're|we've|we'd|we'll|our|ours|us|ourselves)$/
/** "Phase I", "the mine", "the US". */
const NUMBERED = /^(?:phase|grade|type|class|war|level|stage|part|unit|tier|schedule|category)$/
const DIGGING = /^(?:the|a|coal|gold|this|that|old|in)$/

function voiceOf(word: SpokenWord, before: string): 'i' | 'we' | null {
  if (word.text === 'us' && /^U\.?S\b/.test(word.raw)) return null
  if (word.text === 'i' && NUMBERED.test(before)) return null
  if (word.text === 'mine' && DIGGING.test(before)) return null
  return I.test(word.text) ? 'i' : WE.test(word.text) ? 'we' : null
}

/**
 * How often "I" and "we" (with their forms: my, me, our, us) are said in each part that was told, and in all. `parts`
 * is the part of every word as heard.
 */
export function countVoices({ words }: Spoken, parts: readonly (Part | null)[]): Voice[] {
  const all = { part: null, i: 0, we: 0 }
  const byPart = new Map<Part, { part: Part; i: number; we: number }>()
  for (const [index, word] of words.entries()) {
    const part = parts[word.at] ?? null
    if (part !== null && !byPart.has(part)) byPart.set(part, { part, i: 0, we: 0 })
    const voice = voiceOf(word, words[index - 1]?.text ?? '')
    if (voice === null) continue
    all[voice]++
    if (part !== null) byPart.get(part)![voice]++
  }
  return [...PARTS.flatMap((part) => byPart.get(part) ?? []), all]
}

import type { ParsedBank } from './bank.ts'
import { complaintsOf, DERIVED_PROBLEMS, noStory } from './complaints.ts'
import { mark } from './correct-marks.ts'
import { dropStory, makeStory, mergeStory, renameStory, splitStory } from './correct-stories.ts'
import type { Correction } from './correction.ts'

/** A bank as the user set it right, and the corrections that found their place; the others change nothing. */
export function correctBank(
  bank: ParsedBank,
  corrections: readonly Correction[],
): { bank: ParsedBank; applied: Correction[] } {
  let corrected = bank
  const applied: Correction[] = []
  for (const correction of corrections) {
    const next = correct(corrected, correction)
    if (!next) continue
    corrected = next
    applied.push(correction)
  }
  if (applied.length === 0) return { bank, applied }
  const read = bank.problems.filter((problem) => !DERIVED_PROBLEMS.has(problem.code))
  const { stories } = corrected
  const problems = [...read, ...complaintsOf(stories), ...(stories.length === 0 ? [noStory] : [])]
  return { bank: { ...corrected, problems: problems.sort((a, b) => a.line - b.line) }, applied }
}

/** The bank after one correction; null when it finds no place. */
function correct(bank: ParsedBank, correction: Correction): ParsedBank | null {
  switch (correction.kind) {
    case 'mark':
      return mark(bank, correction.target, correction.as)
    case 'merge':
      return mergeStory(bank, correction.story)
    case 'split':
      return splitStory(bank, correction.point)
    case 'drop':
      return dropStory(bank, correction.story)
    case 'make-story':
      return makeStory(bank, correction.other)
    case 'rename':
      return renameStory(bank, correction.story, correction.title)
  }
}

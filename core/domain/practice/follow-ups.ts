/** What ends a question: the marks of Latin, full-width, Arabic and Ethiopic writing; a semicolon is one in Greek. */
const QUESTION = /(?:[^?？؟፧;\u037e]|(?<!\p{Script=Greek});)*(?:[?？؟፧\u037e]|(?<=\p{Script=Greek});)+["'”’»)\]]*/gu
/** Armenian has its mark within the sentence. */
const ARMENIAN = /[^։]*՞[^։]*։?/gu
const LABEL = /^[\p{L}\p{M}\s/'’-]{2,40}[:：]\s*/u
const MARKER = /^(?:[\s>*•▪_–—-]+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)+/iu
const FEWEST_LETTERS = 8
/** How many follow-up questions an answer gets. */
export const MOST_FOLLOW_UPS = 2

function questionsIn(line: string): string[] {
  const text = line
    .replaceAll(/\*\*|__|`/g, '')
    .replace(MARKER, '')
    .replace(LABEL, '')
  return (
    [...(text.match(QUESTION) ?? []), ...(text.match(ARMENIAN) ?? [])]
      // A sentence before the question is no part of it.
      .map((found) => found.split(/(?<=[.!。！])\s+(?=\S)/u).at(-1)!)
      .map((found) => found.replace(MARKER, '').replace(LABEL, '').trim())
      .filter(
        (found) =>
          (found.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS || /\p{Script=Han}|\p{Script=Hiragana}/u.test(found),
      )
  )
}

/** The questions among a story's notes, without their labels, each once. */
export const followUpsOf = (notes: readonly string[]): string[] => [
  ...new Set(notes.flatMap((note) => note.split(/\r?\n/)).flatMap(questionsIn)),
]

/** The follow-up questions to ask after an answer: those never asked first, then those asked longest ago. */
export function chooseFollowUps(notes: readonly string[], askedAt: ReadonlyMap<string, number>): string[] {
  const all = followUpsOf(notes)
  return all.toSorted((a, b) => (askedAt.get(a) ?? 0) - (askedAt.get(b) ?? 0)).slice(0, MOST_FOLLOW_UPS)
}

/** Edits (insert, delete, replace, swap neighbours) between two words, counted up to `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, j) => j)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1]
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return row[right.length]!
}

/** The consonants of a word as they sound, for names a recogniser spelled its own way ("cough ka", "Kafka"). */
export const soundOf = (text: string): string =>
  text
    .replace(/[^a-z0-9]/g, '')
    .replace(/ph|gh(?=.)/g, 'f')
    .replace(/ck|c(?![eiyh])|q/g, 'k')
    .replace(/c/g, 's')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/(?<=.)[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1')

/** How alike two words are spelled or sound, 0-1; 0 below what can pass for a mis-hearing. */
export function spellingLikeness(left: string, right: string): number {
  if (left === right) return 1
  const length = Math.max(left.length, right.length)
  const shared = Math.min(left.length, right.length)
  if (shared < 5 || left[0] !== right[0]) return 0
  let prefix = 0
  while (prefix < shared && left[prefix] === right[prefix]) prefix++
  if (prefix >= 5 && prefix >= 0.65 * length) return 0.8
  const limit = shared >= 8 ? 2 : 1
  return editDistance(left, right, limit) <= limit ? 0.75 : 0
}

/** A word and its sound. */
export type Sounding = { text: string; sound: string }

/** Whether a heard word can be a name: the same sound, and enough of it for that to mean something. */
export const isSameSound = (heard: Sounding, name: Sounding): boolean =>
  name.sound.length >= 3 && heard.sound === name.sound && Math.abs(heard.text.length - name.text.length) <= 3

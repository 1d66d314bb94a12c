const essence = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** True when two texts read the same but for case, spaces and punctuation: showing both would say it twice. */
export const sameText = (left: string, right: string): boolean => essence(left) === essence(right)

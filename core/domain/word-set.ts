/** A list of words, parted by spaces and line ends, for looking words up in. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

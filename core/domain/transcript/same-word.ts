/** A word without case and outer punctuation; a token of punctuation alone stays itself. */
export const bareWord = (text: string): string =>
  text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || text

/** Whether two words differ in case and outer punctuation at most. */
export const isSameWord = (left: string, right: string): boolean => bareWord(left) === bareWord(right)

interface Placed {
  readonly offsetTop: number
  readonly offsetLeft: number
}

/** The word that a key leads to from another, by reading order and by line; null when the key is none of ours. */
export function nextWord(key: string, from: number, words: readonly Placed[]): number | null {
  const last = words.length - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowDown':
      return nearestInLine(words, from, 1)
    case 'ArrowUp':
      return nearestInLine(words, from, -1)
    default:
      return null
  }
}

function nearestInLine(words: readonly Placed[], from: number, step: 1 | -1): number {
  const start = words[from]
  let line: number | null = null
  let best = from
  for (let i = from + step; start && words[i]; i += step) {
    const word = words[i]!
    if (line === null && Math.abs(word.offsetTop - start.offsetTop) < 4) continue
    line ??= word.offsetTop
    if (Math.abs(word.offsetTop - line) >= 4) break
    const isNearer =
      best === from ||
      Math.abs(word.offsetLeft - start.offsetLeft) < Math.abs(words[best]!.offsetLeft - start.offsetLeft)
    if (isNearer) best = i
  }
  return best
}

import type { LineRange } from '#domain/story'

/** Lines in words: `line 12`, `lines 12–30`. */
export const linesText = ({ from, to }: LineRange): string => (from === to ? `line ${from}` : `lines ${from}–${to}`)

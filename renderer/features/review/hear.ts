/** Plays a stretch of the recording. Milliseconds. */
export type Hear = (fromMs: number, toMs?: number) => void

/** Where to play from so that what led to a moment is heard, too. Milliseconds. */
export const leadTo = (atMs: number): number => Math.max(0, atMs - 1000)

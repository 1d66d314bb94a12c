/** Plays a stretch of the recording. Milliseconds. */
export type Hear = (fromMs: number, toMs?: number) => void

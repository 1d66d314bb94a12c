/** What speaks for and against a point having been said; each about 0-1. */
export const FEATURES = ['said', 'strongest', 'facts', 'wrong', 'opposite', 'support', 'order', 'contested', 'inOrder'] as const
export type Features = Record<(typeof FEATURES)[number], number>

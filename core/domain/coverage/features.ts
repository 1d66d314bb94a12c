/** What speaks for and against a point having been said; each about 0-1. */
export const FEATURES = ['said', 'strongest', 'weakest', 'deed', 'tight', 'facts', 'incomplete', 'wrong', 'denied', 'opposite', 'negation', 'general', 'contested', 'inOrder'] as const
export type Features = Record<(typeof FEATURES)[number], number> & Record<string, number>

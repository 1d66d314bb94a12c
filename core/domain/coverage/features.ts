/**
 * What is fitted: how much of the point's weakest idea was said; how many of its facts (0 where it has none);
 * how much the words around it talk in general; how much of it other points claim; whether it stands in story order.
 */
export const FEATURES = ['weakest', 'facts', 'general', 'contested', 'inOrder'] as const
export type Features = Record<(typeof FEATURES)[number], number>

/** How an answer speaks against a point: not at all, by a negation that differs, or by saying the opposite. */
export type Contradiction = 'none' | 'negated' | 'opposite'

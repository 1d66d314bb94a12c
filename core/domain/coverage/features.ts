/**
 * What verdicts are fitted on. Of the point: how many of its facts were said (around zero; zero where it has none) and
 * whether any is lacking; how generally the words around it talk; in how many clauses it is told, as the alignment
 * expects it; how far the best of these falls short of stating it; how much of its words was said, squared, since the
 * last words of a point prove more than the first.
 * Of the answer around it, since a story told well elsewhere is likely told well here: how generally it talks; how well
 * clauses fit the other points; how much of what is told is spoken against; as far as words of the point are lacking, how much room it leaves to tell
 * the point in others, from its length against that of all points.
 */
export const FEATURES = [
  'facts',
  'factLost',
  'general',
  'told',
  'unfit',
  'said',
  'talk',
  'othersFit',
  'against',
  'room',
] as const
export type Features = Record<(typeof FEATURES)[number], number>

/** How an answer speaks against a point: not at all, by a negation that differs, or by saying the opposite. */
export type Contradiction = 'none' | 'negated' | 'opposite'

import type { Part } from '#domain/story'

/** How a part is named on the screen; the letter always comes with the colour. */
export interface PartName {
  readonly letter: string
  readonly label: string
  readonly question: string
}

/** The names of the parts. */
export const PART_NAMES: Readonly<Record<Part, PartName>> = {
  situation: { letter: 'S', label: 'Situation', question: 'Where and when was it, and what was wrong?' },
  task: { letter: 'T', label: 'Task', question: 'What was yours to do?' },
  action: { letter: 'A', label: 'Action', question: 'What did you do, step by step?' },
  result: { letter: 'R', label: 'Result', question: 'What came of it, in numbers?' },
  learning: { letter: 'L', label: 'Learning', question: 'What would you do again, or differently?' },
  other: { letter: '·', label: 'Other', question: 'What else belongs to the story?' },
}

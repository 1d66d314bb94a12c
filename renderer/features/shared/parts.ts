import type { Part } from '#domain/story'
import { PART_LABELS } from '#domain/words/report-line'

/** How a part is named on the screen; the letter always comes with the colour. */
export interface PartName {
  readonly letter: string
  readonly label: string
  readonly question: string
}

/** The names of the parts. */
export const PART_NAMES: Readonly<Record<Part, PartName>> = {
  situation: { letter: 'S', label: PART_LABELS.situation, question: 'Where and when was it, and what was wrong?' },
  task: { letter: 'T', label: PART_LABELS.task, question: 'What was yours to do?' },
  action: { letter: 'A', label: PART_LABELS.action, question: 'What did you do, step by step?' },
  result: { letter: 'R', label: PART_LABELS.result, question: 'What came of it, in numbers?' },
  learning: { letter: 'L', label: PART_LABELS.learning, question: 'What would you do again, or differently?' },
  other: { letter: '·', label: PART_LABELS.other, question: 'What else belongs to the story?' },
}

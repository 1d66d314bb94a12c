import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

const group = 'Practice'

/** The keys of the Practice screen, of sessions, and of the ratings in a report. */
export const PRACTICE_SHORTCUTS = {
  'practice-start': { keys: ['s'], label: 'Start with what is due today', group },
  'practice-skip': { keys: ['k'], label: 'Skip this prompt', group },
  'practice-next': { keys: ['Mod+Enter'], label: 'Next prompt of the session', group },
  'practice-again': { keys: ['r'], label: 'The same prompt once more', group },
  'drill-missed': { keys: ['d'], label: 'From a report: drill what was missed', group },
  'rate-again': { keys: ['1'], label: 'Rate the answer: again', group },
  'rate-hard': { keys: ['2'], label: 'Rate the answer: hard', group },
  'rate-good': { keys: ['3'], label: 'Rate the answer: good', group },
  'rate-easy': { keys: ['4'], label: 'Rate the answer: easy', group },
} as const satisfies Record<string, Shortcut>

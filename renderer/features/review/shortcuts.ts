import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

const group = 'Report'

/** The keys of the Report screen. */
export const REPORT_SHORTCUTS = {
  'play-toggle': { keys: ['Space'], label: 'Play and pause', group },
  'play-back': { keys: ['ArrowLeft'], label: '5 seconds back', group },
  'play-forward': { keys: ['ArrowRight'], label: '5 seconds on', group },
  'point-before': { keys: ['['], label: 'Point before', group },
  'point-after': { keys: [']'], label: 'Point after', group },
  'mark-covered': { keys: ['c'], label: 'Mark the point in focus as covered', group },
  'mark-partial': { keys: ['p'], label: 'Mark the point in focus as partial', group },
  'mark-missed': { keys: ['m'], label: 'Mark the point in focus as missed', group },
  'mark-judged': { keys: ['x'], label: 'Leave the point in focus as judged', group },
  'point-why': { keys: ['w'], label: 'Why the point in focus was judged so', group },
  'evidence-not-this': { keys: ['n'], label: 'These words do not say the point in focus', group },
  'rehearse-again': { keys: ['r'], label: 'Rehearse again', group },
  'report-compare': { keys: ['v'], label: 'Compare with the attempt before', group },
  'report-back': { keys: ['Escape'], label: 'Back to the story', group },
} as const satisfies Record<string, Shortcut>

/** The key of the export menu, wherever it stands. */
export const EXPORT_SHORTCUTS = {
  export: { keys: ['e'], label: 'Export', group },
} as const satisfies Record<string, Shortcut>

const picking = 'While choosing words'

/** The keys that choose the words which say a point; what moves is done by the words themselves. */
export const PICK_SHORTCUTS = {
  'pick-move': {
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    label: 'Choose another word',
    group: picking,
  },
  'pick-extend': { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'Choose more or fewer words', group: picking },
  'pick-accept': { keys: ['Enter'], label: 'These words say it', group: picking },
  'pick-skip': { keys: ['Escape'], label: 'Skip: nothing is learned', group: picking },
} as const satisfies Record<string, Shortcut>

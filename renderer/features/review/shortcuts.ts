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
  'rehearse-again': { keys: ['r'], label: 'Rehearse again', group },
  'report-back': { keys: ['Escape'], label: 'Back to the story', group },
} as const satisfies Record<string, Shortcut>

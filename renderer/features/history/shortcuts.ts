import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

const group = 'History'

/** The keys of a story's history. */
export const HISTORY_SHORTCUTS = {
  'attempt-open': { keys: ['Enter'], label: 'Open the report of the attempt in focus', group },
  'attempt-select': { keys: ['Space'], label: 'Select the attempt in focus', group },
  'attempt-play': { keys: ['p'], label: 'Play the attempt in focus, or stop it', group },
  'attempt-favourite': { keys: ['f'], label: 'Make the attempt in focus a favourite', group },
  'attempt-note': { keys: ['n'], label: 'Write a note on the attempt in focus', group },
  'attempts-compare': { keys: ['c'], label: 'Compare the two selected attempts', group },
  'attempts-delete': { keys: ['Delete'], label: 'Delete the selected attempts, or the one in focus', group },
  'history-back': { keys: ['Escape'], label: 'Drop the selection, then back to the story', group },
} as const satisfies Record<string, Shortcut>

/** A key that does something. `keys`: any of these; `Mod` is Ctrl, on a Mac Cmd; `g l` is one after the other. */
export interface Shortcut {
  readonly keys: readonly string[]
  readonly label: string
  readonly group: ShortcutGroup
}

export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number]
export const SHORTCUT_GROUPS = [
  'Everywhere',
  'Library',
  'Import',
  'Story',
  'While editing a point',
  'Rehearse',
  'Report',
  'While choosing words',
  'History',
  'Compare',
  'Practice',
] as const

/**
 * The keys of the app, in the order in which the list shows them; bound with `useShortcuts`. Import,
 * Rehearse and Report keep tables of their own (shortcuts.ts beside them), which the list shows too.
 */
export const SHORTCUTS = {
  palette: { keys: ['Mod+k'], label: 'Go to, do or find anything', group: 'Everywhere' },
  help: { keys: ['?'], label: 'Show all shortcuts', group: 'Everywhere' },
  'go-library': { keys: ['g l', 'Mod+1'], label: 'Go to the Library', group: 'Everywhere' },
  'go-practice': { keys: ['g p', 'Mod+2'], label: 'Go to Practice', group: 'Everywhere' },
  'go-progress': { keys: ['g r', 'Mod+3'], label: 'Go to Progress', group: 'Everywhere' },
  'go-settings': { keys: ['g s', 'Mod+4'], label: 'Go to Settings', group: 'Everywhere' },
  back: { keys: ['Escape'], label: 'Back to where this belongs', group: 'Everywhere' },
  messages: { keys: ['F6'], label: 'Move to the messages and between panes', group: 'Everywhere' },

  search: { keys: ['/'], label: 'Find a story', group: 'Library' },
  import: { keys: ['i'], label: 'Import a document', group: 'Library' },
  'rehearse-selected': { keys: ['r'], label: 'Rehearse the story in focus', group: 'Library' },

  rehearse: { keys: ['r'], label: 'Rehearse', group: 'Story' },
  history: { keys: ['h'], label: 'Show all attempts', group: 'Story' },
  original: { keys: ['o'], label: 'Show or hide the original text', group: 'Story' },
  undo: { keys: ['Mod+z'], label: 'Undo the last change', group: 'Story' },
  'point-edit': { keys: ['Enter'], label: 'Edit the point', group: 'Story' },
  'point-add': { keys: ['n'], label: 'Add a point below', group: 'Story' },
  'point-weight': { keys: ['w'], label: 'Key, normal or optional', group: 'Story' },
  'point-up': { keys: ['Alt+ArrowUp'], label: 'Move the point up, then into the part before', group: 'Story' },
  'point-down': { keys: ['Alt+ArrowDown'], label: 'Move the point down, then into the part after', group: 'Story' },
  'point-delete': { keys: ['Delete'], label: 'Delete the point', group: 'Story' },

  'edit-save': { keys: ['Enter'], label: 'Save', group: 'While editing a point' },
  'edit-cancel': { keys: ['Escape'], label: 'Leave it as it was', group: 'While editing a point' },
  'edit-split': { keys: ['Mod+Enter'], label: 'Split at the caret', group: 'While editing a point' },
  'edit-merge': {
    keys: ['Backspace'],
    label: 'At the start: join to the point before',
    group: 'While editing a point',
  },
  'edit-fact': { keys: ['Mod+m'], label: 'Mark the selected words as a fact', group: 'While editing a point' },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof SHORTCUTS

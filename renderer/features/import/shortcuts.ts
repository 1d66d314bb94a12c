import type { Mark } from '#domain/bank/correction'
import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

const group = 'Import'

/** The keys of the import preview. */
export const IMPORT_SHORTCUTS = {
  'mark-situation': { keys: ['s'], label: 'Mark as situation', group },
  'mark-task': { keys: ['t'], label: 'Mark as task', group },
  'mark-action': { keys: ['a'], label: 'Mark as action', group },
  'mark-result': { keys: ['r'], label: 'Mark as result', group },
  'mark-learning': { keys: ['l'], label: 'Mark as learning', group },
  'mark-other': { keys: ['o'], label: 'Mark as another part', group },
  'mark-question': { keys: ['q'], label: 'Mark as question', group },
  'mark-definition': { keys: ['d'], label: 'Mark as the definition of the section', group },
  'mark-note': { keys: ['n'], label: 'Mark as a note, kept and not said', group },
  'mark-nothing': { keys: ['x', 'Delete'], label: 'Not part of the story; on a title: not a story', group },
  confirm: { keys: ['c'], label: 'The guesses look right', group },
  split: { keys: ['b'], label: 'A new story begins here', group },
  merge: { keys: ['m'], label: 'Merge with the story above', group },
  rename: { keys: ['F2'], label: 'Rename the story', group },
  // The list itself answers these; here they are only told.
  fold: { keys: ['ArrowLeft', 'ArrowRight'], label: 'Fold and unfold the story', group },
  menu: { keys: ['Enter', 'ContextMenu'], label: 'Open the menu of a block; on a title: rename', group },
  'select-more': { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], label: 'Select several blocks', group },
  accept: { keys: ['Mod+Enter'], label: 'Accept the document', group },
  'show-source': { keys: ['v'], label: 'Show in the document', group },
  undo: { keys: ['Mod+z'], label: 'Undo the last correction', group },
  redo: { keys: ['Mod+Shift+z', 'Mod+y'], label: 'Redo it', group },
} as const satisfies Record<string, Shortcut>

/** The key that gives a piece its mark, as menus show it. */
export const MARK_KEYS: Readonly<Record<Mark, string>> = {
  situation: 's',
  task: 't',
  action: 'a',
  result: 'r',
  learning: 'l',
  other: 'o',
  question: 'q',
  definition: 'd',
  note: 'n',
  nothing: 'x',
}

/** What the keys that mark a piece do. */
export const markHandlers = (mark: (as: Mark) => void) => ({
  'mark-situation': () => mark('situation'),
  'mark-task': () => mark('task'),
  'mark-action': () => mark('action'),
  'mark-result': () => mark('result'),
  'mark-learning': () => mark('learning'),
  'mark-other': () => mark('other'),
  'mark-question': () => mark('question'),
  'mark-definition': () => mark('definition'),
  'mark-note': () => mark('note'),
})

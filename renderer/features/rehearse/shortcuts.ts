import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

const group = 'Rehearse'

/** The keys of the Rehearse screen. */
export const REHEARSE_SHORTCUTS = {
  'record-toggle': { keys: ['Space'], label: 'Record, finish, go on after a pause', group },
  'record-finish': { keys: ['Enter'], label: 'Finish', group },
  'record-pause': { keys: ['p'], label: 'Pause and go on', group },
  'record-discard': { keys: ['Escape'], label: 'Discard; before recording: back to the story', group },
  'cue-full': { keys: ['1'], label: 'Show full points', group },
  'cue-keywords': { keys: ['2'], label: 'Show keywords', group },
  'cue-off-book': { keys: ['3'], label: 'Show nothing but the parts', group },
  'cue-optional': { keys: ['o'], label: 'Show or hide optional points', group },
  'next-question': { keys: ['q'], label: 'Next question', group },
} as const satisfies Record<string, Shortcut>

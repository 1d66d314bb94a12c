import type { Shortcut } from '../shared/shortcuts/shortcuts.ts'

const group = 'Compare'

/** The keys of the Compare screen. */
export const COMPARE_SHORTCUTS = {
  'compare-before': { keys: ['['], label: 'Point before', group },
  'compare-after': { keys: [']'], label: 'Point after', group },
  'compare-both': { keys: ['Space', 'b'], label: 'Play the point in focus in both, A then B', group },
  'compare-a': { keys: ['1'], label: 'Play A, or pause it', group },
  'compare-b': { keys: ['2'], label: 'Play B, or pause it', group },
  'compare-swap': { keys: ['s'], label: 'Change places: A becomes B', group },
  'compare-follow': { keys: ['m'], label: 'Let both recordings move to the point in focus', group },
  'compare-back': { keys: ['Escape'], label: 'Back to the history', group },
} as const satisfies Record<string, Shortcut>

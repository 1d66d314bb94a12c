import { DrillFocus } from '#domain/practice/session'
import type { SelectItem } from '../../ui/select.tsx'
import { FOCUS_NAMES } from './practice-words.ts'

const HINTS: Partial<Record<DrillFocus, string>> = {
  weak: 'Single points, one after another, in short takes',
  opening: 'The first words decide who listens',
}

/** What can be drilled, for a select. */
export const DRILL_CHOICES: readonly SelectItem<DrillFocus>[] = DrillFocus.options.map((id) => ({
  id,
  label: FOCUS_NAMES[id],
  ...(HINTS[id] ? { hint: HINTS[id] } : {}),
}))

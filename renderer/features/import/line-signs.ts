import type { LineSign } from '../shared/source-view.tsx'
import styles from './line-signs.module.css'

/** A kind of line in the words of the legend. */
export interface LegendEntry {
  readonly codes: string
  readonly letter: string
  readonly label: string
  /** The letter of a part needs no word: it is the same everywhere. */
  readonly isPart?: boolean
  readonly className: string | undefined
}

/** What the codes of line-index.ts look like, in the order of the legend. */
export const LEGEND: readonly LegendEntry[] = [
  { codes: 'h', letter: '#', label: 'story', className: styles.head },
  { codes: 's', letter: 'S', label: 'situation', isPart: true, className: styles.situation },
  { codes: 't', letter: 'T', label: 'task', isPart: true, className: styles.task },
  { codes: 'a', letter: 'A', label: 'action', isPart: true, className: styles.action },
  { codes: 'r', letter: 'R', label: 'result', isPart: true, className: styles.result },
  { codes: 'l', letter: 'L', label: 'learning', isPart: true, className: styles.learning },
  { codes: 'o', letter: '·', label: 'other part', isPart: true, className: styles.other },
  { codes: 'm', letter: '+', label: 'several parts', className: styles.several },
  { codes: 'n', letter: 'N', label: 'note', className: styles.note },
  { codes: 'q', letter: '?', label: 'question', className: styles.asked },
  { codes: 'e', letter: '§', label: 'section', className: styles.asked },
  { codes: 'd', letter: 'D', label: 'definition', className: styles.asked },
  { codes: 'x', letter: '–', label: 'not in a story', className: styles.nothing },
]

/** How each code is shown beside a line; a capital, which begins a run, has its letter. */
export const SIGNS: Readonly<Record<string, LineSign>> = Object.fromEntries(
  LEGEND.flatMap(({ codes, letter, className }) => [
    [codes, { letter: '', className }],
    [codes.toUpperCase(), { letter, className }],
  ]),
)

import { folded } from '#domain/search/terms'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'

/** Somewhere to go or something to do from anywhere. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly keys?: string | undefined
  /** Other words for it. */
  readonly also?: string
  run(): void
}

interface Place {
  readonly path: string
  readonly label: string
  readonly keys?: string
  readonly also?: string
}

const PLACES: readonly Place[] = [
  { path: '/library', label: 'Library', keys: SHORTCUTS['go-library'].keys[0], also: 'stories banks home' },
  {
    path: '/practice',
    label: 'Practice: due today',
    keys: SHORTCUTS['go-practice'].keys[0],
    also: 'spaced repetition',
  },
  { path: '/practice/drill', label: 'Practice: drill', also: 'weak points missed' },
  { path: '/practice/mock', label: 'Practice: mock interview', also: 'questions scorecard' },
  { path: '/practice/matrix', label: 'Practice: stories for questions', also: 'matrix gaps competencies' },
  { path: '/progress', label: 'Progress', keys: SHORTCUTS['go-progress'].keys[0], also: 'charts calendar trend' },
  { path: '/import', label: 'Import a document', keys: SHORTCUTS.import.keys[0], also: 'bank markdown word add' },
  { path: '/settings', label: 'Settings', keys: SHORTCUTS['go-settings'].keys[0], also: 'theme microphone target' },
  { path: '/settings/models', label: 'Speech models', also: 'whisper download' },
  { path: '/settings/learning', label: 'What Starbeat has learned', also: 'agreement wordings' },
  { path: '/settings/backups', label: 'Backup and restore', also: 'zip save copy' },
  { path: '/settings/cleanup', label: 'Clean up recordings', also: 'space delete storage' },
]

const REPEATED = ['palette', 'go-library', 'go-practice', 'go-progress', 'go-settings', 'import'].map(
  (id) => `here ${id}`,
)

/** What can be done on the screen below, without what is offered everywhere. */
export const doableHere = <C extends Pick<Command, 'id'>>(bound: readonly C[]): readonly C[] =>
  bound.filter(({ id }) => !REPEATED.includes(id))

/** The screens of the app as commands. */
export const placeCommands = (navigate: (path: string) => void): readonly Command[] =>
  PLACES.map(({ path, ...place }) => ({ ...place, id: `place ${path}`, run: () => navigate(path) }))

/** The commands that hold every word, in their label or beside it; those whose label begins with the first word first. */
export function matching<C extends Pick<Command, 'label' | 'also'>>(
  commands: readonly C[],
  query: string,
): readonly C[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return commands
  const rank = ({ label }: C) => (folded(label).startsWith(first) ? 0 : 1)
  return commands
    .filter(({ label, also = '' }) => {
      const haystack = folded(`${label} ${also}`)
      return words.every((word) => haystack.includes(word))
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

import { parse } from 'yaml'

// Its warnings would quote the text on the terminal.
const QUIET = { logLevel: 'silent' } as const
const MAX_LINES = 200
// What is longer is no front matter, and would take its reader long.
const MAX_CHARS = 20_000

/** What a document says of itself before its text, and how many lines that takes. */
export interface FrontMatter {
  length: number
  values: ReadonlyMap<string, string>
}

const NONE: FrontMatter = { length: 0, values: new Map() }

/** Reads the front matter of a document: YAML between `---`, TOML between `+++`. Values that are not plain are left out. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const mark = lines[0]?.trimEnd()
  if (mark !== '---' && mark !== '+++') return NONE
  const end = lines.slice(0, MAX_LINES).findIndex((line, i) => i > 0 && isEnd(line.trimEnd(), mark))
  if (end < 0) return NONE
  const inside = lines.slice(1, end)
  if (inside.reduce((sum, line) => sum + line.length + 1, 0) > MAX_CHARS) return NONE
  const values = mark === '---' ? readYaml(inside.join('\n')) : readToml(inside)
  return values ? { length: end + 1, values } : NONE
}

const isEnd = (line: string, mark: string) => line === mark || (mark === '---' && line === '...')

function readYaml(text: string): Map<string, string> | null {
  try {
    const values: unknown = parse(text, QUIET)
    if (values === null || typeof values !== 'object' || Array.isArray(values)) return null
    const plain = Object.entries(values).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    return new Map(plain.map(([key, value]) => [key.toLowerCase(), String(value)]))
  } catch {
    return null
  }
}

function readToml(lines: readonly string[]): Map<string, string> | null {
  const pairs = lines.flatMap((line): [string, string][] => {
    const pair = /^([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S.*))$/.exec(line)
    return pair ? [[pair[1]!.toLowerCase(), pair[2] ?? pair[3] ?? pair[4]!]] : []
  })
  return pairs.length > 0 ? new Map(pairs) : null
}

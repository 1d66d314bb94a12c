/** A random number generator with a seed: mulberry32, by Tommy Ettinger (public domain). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const SIGNS =
  '# |## |### |- |  - |    |\t|1. |> |>> |**|*|_|`|```|~~~|---|===|| a | b ||<table>|</td>|<details>|<summary>|<!-- |-->|<br>|[x](y)|[[a]]|[^1]|✓ |S: |**T** — |Situation:|Task:|### Action|Result:|任务：|(A) |STAR: |Question 1: |Hook: |+++|\\|\u00a0|\ufeff|\0|"|\';|;;|{|=|@|:::|\u2028'.split(
    /(?<!\|)\|(?!\|)/,
  )

type Change = (lines: string[], other: readonly string[], next: () => number) => void

const at = (items: readonly unknown[], next: () => number) => Math.floor(next() * items.length)

const CHANGES: readonly Change[] = [
  (lines, _, next) => void lines.splice(at(lines, next), 1 + Math.floor(next() * 4)),
  (lines, _, next) => void lines.splice(at(lines, next), 0, lines[at(lines, next)] ?? ''),
  (lines, other, next) => void lines.splice(at(lines, next), 0, ...other.slice(at(other, next)).slice(0, 5)),
  (lines, _, next) => {
    const [a, b] = [at(lines, next), at(lines, next)]
    const moved = lines[a] ?? ''
    lines[a] = lines[b] ?? ''
    lines[b] = moved
  },
  (lines, _, next) => {
    const i = at(lines, next)
    lines[i] = SIGNS[at(SIGNS, next)] + (lines[i] ?? '')
  },
  (lines, _, next) => {
    const i = at(lines, next)
    const line = lines[i] ?? ''
    const cut = Math.floor(next() * (line.length + 1))
    lines[i] = line.slice(0, cut) + SIGNS[at(SIGNS, next)] + line.slice(cut)
  },
  (lines, _, next) => {
    const i = at(lines, next)
    lines.splice(i, 2, `${lines[i] ?? ''} ${lines[i + 1] ?? ''}`)
  },
  (lines, _, next) => {
    const i = at(lines, next)
    const line = lines[i] ?? ''
    const cut = Math.floor(next() * (line.length + 1))
    lines.splice(i, 1, line.slice(0, cut), line.slice(cut))
  },
  (lines, _, next) => {
    const i = at(lines, next)
    lines[i] = `${' '.repeat(Math.floor(next() * 9))}${lines[i] ?? ''}`
  },
  (lines, _, next) => void lines.splice(at(lines, next), 1, ''),
]

/** A text with one to six random changes to its lines; `other` lends lines. */
export function mutate(text: string, other: string, next: () => number): string {
  const lines = text.split('\n')
  const lent = other.split('\n')
  for (let left = 1 + Math.floor(next() * 6); left > 0; left--) CHANGES[at(CHANGES, next)]!(lines, lent, next)
  return lines.join('\n')
}

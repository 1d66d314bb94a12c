import { countWords } from './inline.ts'

const CODE_LINE =
  /^\s*```|[;{}]\s*$|^\s*[)\]}]|^\s*@[A-Z]\w*|^\s*<\/?[\w!?]|^\s*(?:import|from|const|let|var|def|class|return|public|private|protected|func|fn|package|SELECT|INSERT|UPDATE|FROM|WHERE|kubectl|docker|npm|git|curl|sudo)\s+[\w*{('"./-]+.*$|^\s*[A-Za-z_][\w.]*\s*(?:=|\+=|:=)\s*\S|^\s*[\w.]+\([^)]*\)\s*;?$|^\s*\$\s/
const WEAK_CODE_LINE = /^\s*[a-z_][\w.-]*:(?:\s+\S{1,40})?$/
const COMMENT = /^\s*(?:#+|\/\/+|--|<!--|\/\*+|\*)\s*(.*?)\s*(?:-->|\*\/)?$/

/** What a line of a code block is: something to say, code, or a comment inside code that can be said. */
export type CodeLine = { kind: 'prose' | 'code' } | { kind: 'comment'; text: string }

/** Tells real code from the notes that people keep in code blocks. `programming`: the fence names a language. */
export function classifyCodeLines(lines: readonly string[], programming: boolean): CodeLine[] {
  const isCode = lines.map((line, i) => line.trim() !== '' && (isCodeLine(line) || isSettings(lines, i)))
  return lines.map((line, i) => {
    if (!line.trim()) return { kind: 'prose' }
    const comment = COMMENT.exec(line)
    const besideCode = programming || touchesCode(lines, isCode, i)
    if (comment && besideCode) {
      const text = comment[1]!
      return countWords(text) >= 3 && !isCodeLine(text) ? { kind: 'comment', text } : { kind: 'code' }
    }
    const code = isCode[i] || programming || (besideCode && WEAK_CODE_LINE.test(line))
    return { kind: code ? 'code' : 'prose' }
  })
}

// A sentence that happens to end in a semicolon or to contain an equals sign stays a sentence.
function isCodeLine(line: string): boolean {
  if (!CODE_LINE.test(line)) return false
  return !/^\s*(?:[-*•✓✗]|\d+[.)])\s/.test(line) && !/^\s*\p{Lu}\p{Ll}+(?:\s+[\p{L}'-]+){3,}/u.test(line)
}

// "audit:" alone may announce a list; with an indented "enabled: true" below it is a settings file.
function isSettings(lines: readonly string[], at: number): boolean {
  const indent = (line: string) => line.search(/\S/)
  const line = lines[at]!
  if (!WEAK_CODE_LINE.test(line)) return false
  return [lines[at - 1], lines[at + 1]].some(
    (other) => other !== undefined && WEAK_CODE_LINE.test(other) && indent(other) !== indent(line),
  )
}

function touchesCode(lines: readonly string[], isCode: readonly boolean[], at: number): boolean {
  for (const step of [-1, 1]) {
    for (let i = at + step; lines[i]?.trim() && Math.abs(i - at) < 20; i += step) {
      if (isCode[i]) return true
      if (!COMMENT.test(lines[i]!) && !WEAK_CODE_LINE.test(lines[i]!)) break
    }
  }
  return false
}

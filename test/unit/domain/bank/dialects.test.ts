import { expect, test } from 'vitest'
import { readBank, retention } from './retention.ts'

const S = 'Our clinic had 12 patients waiting in the corridor every single morning.'
const T = 'I was asked to shorten the wait before the end of March.'
const A = 'I moved the blood tests to seven and called each patient the day before.'
const R = 'The wait fell from 50 to 15 minutes within four weeks.'
const PARTS = ['situation', 'task', 'action', 'result']

const DIALECTS: Record<string, string> = {
  'bold labels': `## Clinic\n\n**Situation:** ${S}\n\n**Task:** ${T}\n\n**Action:** ${A}\n\n**Result:** ${R}\n`,
  'bold labels, some alone on a line': `## Clinic\n\n**Situation:** ${S}\n\n**Task:** ${T}\n\n**Action:**\n\n- ${A}\n\n**Result:**\n${R}\n`,
  'bold labels in one paragraph': `## Clinic\n**Situation:** ${S}\n**Task:** ${T}\n**Action:** ${A}\n**Result:** ${R}\n`,
  'bulleted bold labels': `## Clinic\n\n- **Situation**: ${S}\n- **Task**: ${T}\n- **Action**: ${A}\n- **Result**: ${R}\n`,
  'a heading per part': `## Clinic\n\n### Situation\n${S}\n\n### Task 🎯\n${T}\n\n### Action\n${A}\n\n### Result\n${R}\n`,
  'headings of one level': `## Clinic\n\n## Situation\n${S}\n\n## Task\n${T}\n\n## Action\n${A}\n\n## Result\n${R}\n`,
  'single letters': `## Clinic\n\n- S: ${S}\n- T: ${T}\n- A: ${A}\n- R: ${R}\n`,
  'bold letters': `## Clinic\n\n**S** – ${S}\n\n**T** – ${T}\n\n**A** – ${A}\n\n**R** – ${R}\n`,
  'bare labels': `Clinic\n\nSituation: ${S}\nTask: ${T}\nAction: ${A}\nResult: ${R}\n`,
  'other words': `## Clinic\n\n**Context:** ${S}\n\n**Goal:** ${T}\n\n**Approach:** ${A}\n\n**Outcome:** ${R}\n`,
  German: `## Clinic\n\n**Situation:** ${S}\n\n**Aufgabe:** ${T}\n\n**Handlung:** ${A}\n\n**Ergebnis:** ${R}\n`,
  'one paragraph': `## Clinic\n\nSituation: ${S} Task: ${T} Action: ${A} Result: ${R}\n`,
  'nested under a numbered title': `1. Clinic\n   - Situation: ${S}\n   - Task: ${T}\n   - Action: ${A}\n   - Result: ${R}\n`,
  'a table, one part a row': `## Clinic\n\n| Part | Text |\n|---|---|\n| Situation | ${S} |\n| Task | ${T} |\n| Action | ${A} |\n| Result | ${R} |\n`,
  'a table, one story a row': `| Story | Situation | Task | Action | Result |\n|---|---|---|---|---|\n| Clinic | ${S} | ${T} | ${A} | ${R} |\n`,
  'rules between parts': `## Clinic\n\n**Situation:** ${S}\n\n---\n\n**Task:** ${T}\n\n---\n\n**Action:** ${A}\n\n---\n\n**Result:** ${R}\n`,
  'CRLF and BOM': `\ufeff## Clinic\r\n\r\n**Situation:** ${S}\r\n\r\n**Task:** ${T}\r\n\r\n**Action:** ${A}\r\n\r\n**Result:** ${R}\r\n`,
}

test.each(Object.entries(DIALECTS))('%s', (_, text) => {
  const bank = readBank(text)
  expect(bank.stories).toHaveLength(1)
  const [story] = bank.stories
  expect(story!.title).toBe('Clinic')
  const said = story!.points.map((point) => ({ part: point.part, text: point.text }))
  expect(said.map((point) => point.part)).toEqual(PARTS)
  expect(said.map((point) => `${point.text}.`)).toEqual([S, T, A, R])
  expect(bank.problems).toEqual([])
  expect(retention(text, bank)).toBe(1)
})

test('several stories below one heading', () => {
  const one = `**Situation:** ${S}\n\n**Action:** ${A}\n\n**Result:** ${R}\n\n`
  const bank = readBank(`## Two\n\n${one}${one}`)
  expect(bank.stories.map((story) => story.title)).toEqual(['Two', 'Two (2)'])
})

test.each([
  [
    'an explanation',
    '# The STAR method\n\n- **Situation**: Describe the context of your story.\n- **Task**: Explain what you had to do.\n- **Action**: Describe the steps you took.\n- **Result**: What was the outcome?\n',
  ],
  [
    'an empty template',
    '## My story\n\n**Situation:** [fill in]\n\n**Task:** ...\n\n**Action:** [fill in]\n\n**Result:** ___\n',
  ],
])('%s is not a story', (_, text) => {
  const bank = readBank(text)
  expect(bank.stories).toEqual([])
  expect(bank.problems.map((problem) => problem.code).sort()).toEqual(['no-story', 'template-skipped'])
  expect(retention(text, bank)).toBe(1)
})

test('a document without stories says what was looked for', () => {
  const bank = readBank('# Shopping\n\n- Milk\n- Bread\n')
  expect(bank.stories).toEqual([])
  expect(bank.problems).toMatchObject([{ code: 'no-story', line: 1 }])
  expect(bank.problems[0]!.message).toContain('Situation')
})

test('a fence that is never closed swallows nothing', () => {
  const bank = readBank(
    `## One\n\n\`\`\`\nnotes\n\n## Clinic\n\n**Situation:** ${S}\n\n**Action:** ${A}\n\n**Result:** ${R}\n`,
  )
  expect(bank.stories.map((story) => story.title)).toEqual(['Clinic'])
})

test('an empty part is told', () => {
  const bank = readBank(`## Clinic\n\n**Situation:** ${S}\n\n**Task:**\n\n**Action:** ${A}\n\n**Result:** ${R}\n`)
  expect(bank.problems).toMatchObject([{ code: 'empty-part', line: 5 }])
})

/** One megabyte, in bytes. */
export const MB = 1024 * 1024
/** Stories in a megabyte: 2 MB hold the 800 of the promise. */
const STORIES_PER_MB = 400

const WHO = ['our bakery', 'the night ward', 'a payment team', 'the youth orchestra', 'my platform group', 'the depot']
const THING = ['order service', 'rota', 'invoice run', 'sheet archive', 'build pipeline', 'night delivery']
const TOOL = ['PostgreSQL', 'a whiteboard', 'the old ledger', 'CompletableFuture', 'one shared list', 'Kafka']
const PEOPLE = ['bakers', 'nurses', 'engineers', 'violinists', 'drivers', 'suppliers']

/** Numbers from 0 to `sides` (exclusive) that are the same in every run, and look random. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

export type Dice = ReturnType<typeof dice>
/** One of a list. */
export const oneOf = <T>(roll: Dice, list: readonly T[]): T => list[roll(list.length)]!

/** What people write in their stories, with numbers, names and dates. */
export const SENTENCES: readonly ((roll: Dice) => string)[] = [
  (r) => `In March ${2012 + r(12)} ${oneOf(r, WHO)} lost ${3 + r(40)}% of its orders within ${2 + r(9)} weeks.`,
  (r) => `Nobody felt responsible for the ${oneOf(r, THING)}, because everybody believed that somebody else owned it.`,
  (r) => `I was asked to bring the wait below ${200 + r(300)} ms before the end of Q${1 + r(4)}.`,
  (r) => `I sat down with the ${oneOf(r, PEOPLE)} and wrote down, step by step, what really happened at night.`,
  (r) =>
    `We moved the ${oneOf(r, THING)} to ${oneOf(r, TOOL)} and cut the cost from $${900 + r(900)} to $${100 + r(300)}.`,
  (r) => `The “small” fix — two lines, really — took ${2 + r(7)} days and taught us to measure first.`,
  (r) => `I paired with each of the ${3 + r(9)} ${oneOf(r, PEOPLE)}, so that they could do it without me.`,
  (r) => `Errors fell from ${40 + r(50)} to ${1 + r(9)} a month; the director called it the best change of the year.`,
  () => 'I said no to the quick way, explained why in one page, and offered a smaller first step instead.',
  () => 'Since then I begin every project with one page that everybody can read, and I ask who will be woken up.',
  (r) => `It saved us about €${10 + r(90)}k a year, and ${2 + r(8)} other teams copied it (some of them twice).`,
  (r) => `My manager wanted ${oneOf(r, TOOL)}; I showed her the figures of ${5 + r(20)} days and she changed her mind.`,
]

type Parts = Record<'situation' | 'task' | 'action' | 'result' | 'learning', string[]>
const NAMES = ['Situation', 'Task', 'Action', 'Result', 'Learning'] as const
const partOf = (parts: Parts, name: (typeof NAMES)[number]) => parts[name.toLowerCase() as keyof Parts]
const bullets = (lines: readonly string[], indent = '') => lines.map((line) => `${indent}- ${line}`).join('\n')

const DIALECTS: readonly ((title: string, parts: Parts) => string)[] = [
  function boldLabels(title, parts) {
    const said = NAMES.map((name) =>
      name === 'Action' ? `**Action:**\n\n${bullets(parts.action)}` : `**${name}:** ${partOf(parts, name).join(' ')}`,
    )
    return `## ${title}\n\n${said.join('\n\n')}\n\n---\n`
  },
  function headings(title, parts) {
    const said = NAMES.map((name) => `### ${name}\n\n${partOf(parts, name).join('\n\n')}`)
    return `## ${title}\n\n${said.join('\n\n')}\n`
  },
  function nestedBullets(title, parts) {
    const said = NAMES.map((name) => `- **${name}**\n${bullets(partOf(parts, name), '  ')}`)
    return `## ${title}\n\n${said.join('\n')}\n`
  },
  function letters(title, parts) {
    const said = NAMES.map((name) => `${name[0]}: ${partOf(parts, name).join(' ')}`)
    return `## ${title}\n\n${said.join('\n')}\n`
  },
  function table(title, parts) {
    const rows = NAMES.map((name) => `| ${name} | ${partOf(parts, name).join(' ')} |`)
    return `## ${title}\n\n| Part | What I say |\n|---|---|\n${rows.join('\n')}\n`
  },
]

/** A title; the number tells stories apart. */
export const titleOf = (number: number, roll: Dice): string =>
  `The ${oneOf(roll, THING)} of ${oneOf(roll, WHO)} (${number})`

function storyText(number: number, bytes: number, roll: Dice): string {
  const parts: Parts = { situation: [], task: [], action: [], result: [], learning: [] }
  const title = titleOf(number, roll)
  const order = ['situation', 'action', 'result', 'task', 'action', 'situation', 'action', 'learning'] as const
  const length = () => DIALECTS[number % DIALECTS.length]!(title, parts).length
  for (let i = 0; i < order.length || length() < bytes; i++) {
    parts[order[i % order.length]!].push(oneOf(roll, SENTENCES)(roll))
  }
  return DIALECTS[number % DIALECTS.length]!(title, parts)
}

/** A bank of about so many megabytes in five dialects; the same text in every run. */
export function bankText(megabytes: number): { text: string; stories: number } {
  const stories = Math.round(megabytes * STORIES_PER_MB)
  const roll = dice(20261121)
  let text = '# Stories for the benchmark\n'
  let bytes = text.length
  for (let number = 1; number <= stories; number++) {
    const wanted = (MB * megabytes * number) / stories - bytes
    const story = `\n${storyText(number, wanted, roll)}`
    bytes += new TextEncoder().encode(story).length
    text += story
  }
  return { text, stories }
}

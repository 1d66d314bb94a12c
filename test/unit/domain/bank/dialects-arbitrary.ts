import fc from 'fast-check'
import { comparable, PARTS, type SaidPart, type Shape, type ShapeStory, shapes } from './bank-shape.ts'
import { CONTAINERS } from './dialect-containers.ts'

/** How a document is written. */
export interface Dialect {
  labels: readonly string[]
  /** The labels are single letters. */
  letters: boolean
  /** One label with its points, as lines. */
  part(label: string, points: readonly string[]): string
  /** A story's headline; `number` counts from 1. */
  title(title: string, number: number): string
  section: string
  question(question: string): string
  hook(hook: string): string
  between: string
  betweenParts: string
}

/** A document, and what its writer meant. */
export interface Written {
  fileName: string
  text: string
  means: Shape
  dialect: string
}

const LABEL_SETS: readonly string[] = [
  'Situation|Task|Action|Result|Learning',
  'SITUATION|TASK|ACTION|RESULT|LEARNING',
  'Situation|Tasks|Actions|Results|Lessons learned',
  'Context|Goal|Approach|Outcome|Takeaway',
  'Challenge|Objective|Action|Result|Reflection',
  'Background|Objective|What we did|Impact|Lesson learned',
  'The problem|My role|What I did|How it ended|What I learned',
  'Situation|Obstacle|Action|Result|Learning',
  'Situation|Aufgabe|Handlung|Ergebnis|Erkenntnis',
  'Ausgangslage|Ziel|Vorgehen|Ergebnis|Fazit',
  'Situation|Tâche|Action|Résultat|Leçon apprise',
  'Situación|Tarea|Acción|Resultado|Aprendizaje',
  'Situação|Tarefa|Ação|Resultado|Aprendizado',
  'Situazione|Compito|Azione|Risultato|Lezione appresa',
  'Situatie|Taak|Actie|Resultaat|Les',
  'Sytuacja|Zadanie|Działanie|Rezultat|Wnioski',
  'Ситуация|Задача|Действия|Результат|Вывод',
  '情境|任务|行动|结果|收获',
  '状況|課題|行動|結果|学び',
  '상황|과제|행동|결과|배운 점',
  'Situation (情况)|Task (任务)|Action (行动)|Result (结果)|Learning (收获)',
]

const LETTERS = 'S|T|A|R|L'
const sentences = (points: readonly string[]) => points.map((point) => `${point}.`).join(' ')
const list = (points: readonly string[], sign: string) => points.map((point) => `${sign}${point}`).join('\n')

type Dress = (label: string, points: readonly string[]) => string

const LED: Record<string, Dress> = {
  'bold, colon inside': (label, points) => `**${label}:** ${sentences(points)}`,
  'bold, colon outside': (label, points) => `**${label}**: ${sentences(points)}`,
  'bold, space before colon': (label, points) => `**${label}\u00a0:** ${sentences(points)}`,
  'bold, wide colon': (label, points) => `**${label}**：${sentences(points)}`,
  'bold, dash': (label, points) => `**${label}** – ${sentences(points)}`,
  scores: (label, points) => `__${label}:__ ${sentences(points)}`,
  bare: (label, points) => `${label}: ${sentences(points)}`,
  emoji: (label, points) => `**🎯 ${label}:** ${sentences(points)}`,
  'bulleted bold': (label, points) => `- **${label}:** ${sentences(points)}`,
  bulleted: (label, points) => `* ${label}: ${sentences(points)}`,
  quoted: (label, points) => `> **${label}:** ${sentences(points)}`,
}
const STANDING: Record<string, Dress> = {
  'bold over a list': (label, points) => `**${label}**\n\n${list(points, '- ')}`,
  'bold colon over a list': (label, points) => `**${label}:**\n${list(points, '* ')}`,
  heading: (label, points) => `#### ${label}\n\n${sentences(points)}`,
  'heading over a list': (label, points) => `#### ${label}\n${list(points, '- ')}`,
  'heading of the deepest level': (label, points) => `###### ${label}:\n\n${list(points, '1. ')}`,
  'bare colon over a list': (label, points) => `${label}:\n${list(points, '- ')}`,
  'bullets with sub-bullets': (label, points) => `- **${label}:**\n${list(points, '  - ')}`,
  'bullets with tabbed sub-bullets': (label, points) => `- ${label}\n${list(points, '\t- ')}`,
  'bullets with deep sub-bullets': (label, points) => `* **${label}**\n${list(points, '    * ')}`,
  callout: (label, points) => `> [!note] ${label}\n${list(points, '> - ')}`,
}
const SPELT: Record<string, Dress> = {
  'letter colon': (label, points) => `${label}: ${sentences(points)}`,
  'bold letter colon': (label, points) => `**${label}:** ${sentences(points)}`,
  'bold letter dash': (label, points) => `**${label}** – ${sentences(points)}`,
  'letter in brackets': (label, points) => `(${label}) ${sentences(points)}`,
  'letter in square brackets': (label, points) => `[${label}] ${sentences(points)}`,
  'bulleted letter': (label, points) => `- ${label}: ${sentences(points)}`,
  'letter dash': (label, points) => `${label} - ${sentences(points)}`,
  'letter before bracket': (label, points) => `${label}) ${sentences(points)}`,
}

const TITLES: Record<string, Dialect['title']> = {
  heading: (title) => `### ${title}`,
  'story number': (title, n) => `### Story ${n}: ${title}`,
  'hash number': (title, n) => `### Story #${n} – ${title}`,
  numbered: (title, n) => `### ${n}. ${title}`,
  'STAR number': (title, n) => `### STAR ${n}: ${title}`,
  'bold heading': (title) => `### **${title}**`,
  'emoji heading': (title) => `### 🚀 ${title}`,
  'bold line': (title) => `**${title}**`,
}

const entry = <T>(record: Record<string, T>) => fc.constantFrom(...Object.entries(record))

const dialects = fc.boolean().chain((letters) =>
  fc.record({
    letters: fc.constant(letters),
    labels: letters ? fc.constant(LETTERS) : fc.constantFrom(...LABEL_SETS),
    dress: letters ? entry(SPELT) : fc.oneof(entry(LED), entry(STANDING)),
    title: entry(TITLES),
    question: fc.constantFrom('**Question:** ', 'Question: ', '> ', '**Q:** '),
    hook: fc.constantFrom('**Hook:** ', 'Hook: '),
    between: fc.constantFrom('\n\n', '\n\n---\n\n'),
    betweenParts: fc.constantFrom('\n\n', '\n', '\n\n---\n\n'),
    ending: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    container: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: entry(CONTAINERS) }),
  }),
)

/** A document in some dialect. */
export const written: fc.Arbitrary<Written> = fc.tuple(shapes, dialects).map(([shape, chosen]) => {
  const labels = chosen.labels.split('|')
  const dialect: Dialect = {
    ...chosen,
    labels,
    part: chosen.dress[1],
    title: chosen.title[1],
    section: '##',
    question: (question) => chosen.question + question,
    hook: (hook) => chosen.hook + hook,
    // A rule right below a line would underline it, and single lines need a dress that opens blocks.
    betweenParts:
      chosen.betweenParts === '\n' && !(chosen.dress[0] in LED || chosen.dress[0] in SPELT)
        ? '\n\n'
        : chosen.betweenParts,
  }
  const [name, container] = chosen.container ?? ['lines', null]
  const { text, fileName, means } = container
    ? container(shape, dialect)
    : { text: writeLines(shape, dialect), fileName: 'bank.md', means: shape }
  return {
    fileName,
    text: (chosen.bom ? '\ufeff' : '') + text.replaceAll('\n', chosen.ending),
    means: comparable(means),
    dialect: [name, chosen.dress[0], chosen.title[0], chosen.labels].join(' / '),
  }
})

export const labelOfPart = ({ labels }: Pick<Dialect, 'labels'>, part: SaidPart): string => labels[PARTS.indexOf(part)]!

/** The document as headlines and labelled lines. */
function writeLines(shape: Shape, dialect: Dialect): string {
  const blocks = [`# ${shape.title}`]
  let section: string | null = null
  shape.stories.forEach((story, i) => {
    if (story.section !== section && story.section) {
      blocks.push(`${dialect.section} ${story.section}`)
      if (shape.definitions[story.section]) blocks.push(`**Definition:** ${shape.definitions[story.section]}.`)
    }
    const between = i > 0 && story.section === section ? dialect.between : '\n\n'
    section = story.section
    blocks.push(`${between === '\n\n' ? '' : '---\n\n'}${writeStory(story, i + 1, dialect)}`)
  })
  return `${blocks.join('\n\n')}\n`
}

function writeStory(story: ShapeStory, number: number, dialect: Dialect): string {
  const length = story.target ? ` (${story.target[0]}-${story.target[1]} seconds)` : ''
  const parts = story.parts.map(({ part, points }) => dialect.part(labelOfPart(dialect, part), points))
  return [
    dialect.title(`${story.title}${length}`, number),
    ...(story.question ? [dialect.question(story.question)] : []),
    ...(story.hook ? [dialect.hook(story.hook)] : []),
    parts.join(dialect.betweenParts),
  ].join('\n\n')
}

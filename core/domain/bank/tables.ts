import { type Block, block, RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON, countWords, markInline, plain } from './inline.ts'
import { isPart, meaningOf, normaliseLabel } from './labels.ts'
import { asksSomething } from './titles.ts'

/** One row of a table; a cell is raw text and may hold several lines. */
export interface Row {
  line: number
  lastLine: number
  cells: readonly string[]
}

const MAX_LABELLED_CELLS = 200
const BULLET = /^(?:[-*+•▪◦‣–✓✔✅]|\d{1,2}[.)])\s+/
const NUMBER = /^#?\d{1,4}[.)]?$/
const SECTION_COLUMN =
  /^(?:competency|competence|category|principle|leadership principle|lp|theme|section|pillar|dimension|area|value|core value|kompetenz|kategorie|thema|bereich|wert|compétence|catégorie|thème|valeur|principe|competencia|categoría|tema|valor|principio|competência|categoria|princípio|competenza|tematica|competentie|categorie|kompetencja|kategoria|компетенция|категория|тема|раздел|принцип|能力|类别|類別|主题|主題|胜任力|カテゴリ|テーマ|역량|카테고리)$/u
// "Text", "Notes" and the like head a column of words; anything else names the story told below it.
const WORDS_COLUMN =
  /^(?:text|content|contents|details?|description|answers?|response|examples?|words?|what|what to say|what happened|(?:my|your) (?:story|answer|text|example|words|version|response|notes?)|inhalt|beschreibung|antwort|texte|contenu|réponse|texto|contenido|respuesta|conteúdo|resposta|testo|tekst|inhoud|текст|содержание|ответ|内容|文字|说明|回答|内容・回答|내용|답변)$/u

const meaningIn = (cell: string) =>
  cell && countWords(cell) <= 6 ? meaningOf(markInline(cell).replace(/[:：]\s*\ue001?\s*$/, '')) : null
const roleIn = (cell: string) => meaningIn(cell)?.role

function partOf(cell: string): string | null {
  const role = roleIn(cell)
  return role && isPart(role) ? role : null
}

/** Whether enough different parts are named; letters need more company than words. */
function nameParts(cells: readonly string[]): boolean {
  const parts = new Set(cells.map(partOf).filter(Boolean))
  const letters = cells.filter((cell) => meaningIn(cell)?.letter).length
  return parts.size >= (letters > 0 ? 3 : 2)
}

/**
 * A table as blocks: one story a row, one part a row (of one story, or of the story that the row or the head names),
 * or else one item a row. The first row is the head.
 */
export function readTable(rows: readonly Row[]): Block[] {
  const [head, ...body] = rows
  if (!head) return []
  // Nobody labels so many columns; these are data.
  if (rows.some((row) => row.cells.length > MAX_LABELLED_CELLS)) return rows.map((row) => item(row, head.cells))
  if (nameParts(head.cells)) return readStoryRows(head.cells, body)
  const labels = partColumn(rows)
  if (labels === null) return rows.map((row) => item(row, head.cells))
  return readPartRows(rows, labels)
}

/** The column whose cells name parts; null when there is none. */
function partColumn(rows: readonly Row[]): number | null {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  for (let column = 0; column < width - 1; column++) {
    const cells = rows.map((row) => row.cells[column] ?? '')
    if (nameParts(cells) && cells.filter(partOf).length * 2 > cells.length) return column
  }
  return null
}

function readPartRows(rows: readonly Row[], column: number): Block[] {
  const [head, ...body] = rows
  const headed = !partOf(head!.cells[column] ?? '')
  const told = headed ? body : rows
  const after = headed ? head!.cells.slice(column + 1) : []
  const named = after.filter(isStoryName)
  const before = told.some((row) => row.cells.slice(0, column).some((cell) => cell && !NUMBER.test(cell)))
  if (!before && (named.length >= 2 || (named.length === 1 && after.length === 1 && column === 0))) {
    const last = after.length - 1
    return after.flatMap((name, i) => {
      const at = column + 1 + i
      const cellsOf = (row: Row) => (i === last ? row.cells.slice(at) : row.cells.slice(at, at + 1)).filter(Boolean)
      return storyColumn(name, column, cellsOf, head!, told)
    })
  }
  const sections = headed
    ? head!.cells.slice(0, column).findIndex((cell) => SECTION_COLUMN.test(normaliseLabel(cell)))
    : -1
  let [name, section, above] = ['', '', '']
  return told.flatMap((row) => {
    section = row.cells[sections] || section
    const found = row.cells.slice(0, column).find((cell, i) => i !== sections && cell && !NUMBER.test(cell)) ?? ''
    const opens = found !== '' && found !== name
    if (opens) name = found
    const label = row.cells[column] ?? ''
    const said = row.cells.slice(column + 1).filter(Boolean)
    const title = opens ? [titleBlock(found, row, section)] : []
    const others = row.cells
      .slice(0, column)
      .filter((cell, i) => i !== sections && cell && cell !== found && !NUMBER.test(cell))
    const again = !opens && label === above && partOf(label) !== null
    above = label
    const beside = others.flatMap((cell) => besides('', cell, row))
    return [...title, ...beside, ...(again ? furtherBlocks(said.join('\n'), row) : labelledRow(label, said, row))]
  })
}

const isStoryName = (cell: string) =>
  cell !== '' && roleIn(cell) === undefined && !WORDS_COLUMN.test(normaliseLabel(cell))

type CellsOf = (row: Row) => readonly string[]

function storyColumn(name: string, labels: number, cellsOf: CellsOf, head: Row, rows: readonly Row[]): Block[] {
  const told = rows.flatMap((row) => {
    const said = cellsOf(row)
    return said.length > 0 ? labelledRow(row.cells[labels] ?? '', said, row) : []
  })
  if (!name) return told
  return told.length > 0 ? [titleBlock(name, head, ''), ...told] : besides('', name, head)
}

/** A row that one cell labels: a part, a title, or what stands around the parts. */
function labelledRow(label: string, said: readonly string[], row: Row): Block[] {
  if (partOf(label)) return partBlocks(label, said.join('\n'), row)
  if (roleIn(label) === 'title' && said.length > 0) return [titleBlock(said.join(' – '), row, '')]
  return said.length > 0 || label ? besides(label, said.join('\n'), row) : []
}

const isSectionColumn = (head: string) => SECTION_COLUMN.test(normaliseLabel(head))

function readStoryRows(heads: readonly string[], rows: readonly Row[]): Block[] {
  const parts = heads.map(partOf)
  const topics = heads.findIndex(isSectionColumn)
  let section = ''
  return rows.flatMap((row) => {
    const others = row.cells.flatMap((cell, i) =>
      !parts[i] && cell && !NUMBER.test(cell) ? [{ name: heads[i] ?? '', cell, i }] : [],
    )
    const topic = others.find(({ i, cell }) => i === topics && !/[,\n]|<br/.test(cell))
    // An empty cell goes on with the topic above, as merged cells do; a list of topics is none.
    if (topic) section = topic.cell
    else if (row.cells[topics]) section = ''
    const beside = others.filter((other) => other !== topic)
    const title =
      beside.find(({ name }) => roleIn(name) === 'title') ??
      beside.find(({ name, i }) => roleIn(name) === undefined && i !== topics)
    const named = title ?? beside.find(({ name, cell }) => roleIn(name) === 'question' || asksSomething(cell)) ?? topic
    return [
      ...(named ? [titleBlock(named.cell, row, section)] : []),
      ...beside.filter((other) => other !== title).flatMap(({ name, cell }) => besides(name, cell, row)),
      ...row.cells.flatMap((cell, i) => (parts[i] && cell ? partBlocks(heads[i]!, cell, row) : [])),
    ]
  })
}

const at = ({ line, lastLine }: Row) => ({ lastLine, line })

const titleBlock = (name: string, row: Row, section: string): Block =>
  block(`${BOLD_ON}${oneLine(name)}${BOLD_OFF}`, row.line, {
    rank: RANK.subhead,
    opens: { section: section ? oneLine(section) : null },
    ...at(row),
  })

/** A cell beside the parts: what its column says it is, else a note under the column's name. */
function besides(name: string, cell: string, row: Row): Block[] {
  const role = roleIn(name) ?? (asksSomething(cell) ? 'question' : undefined)
  const known = roleIn(name) === 'note' || roleIn(name) === 'question'
  const label = known ? oneLine(name) : role === 'question' ? 'Question' : name ? `Note: ${oneLine(name)}` : 'Note'
  const lines = role === 'question' ? linesIn(cell) : [cell]
  return lines.map((line) => block(`${label}: ${oneLine(line)}`, row.line, at(row)))
}

const item = (row: Row, heads: readonly string[]): Block =>
  block(row.cells.filter(Boolean).map(oneLine).join(' – '), row.line, {
    kind: 'item',
    rank: RANK.item,
    said: true,
    row: { heads, cells: row.cells },
    ...at(row),
  })

/** The lines of a cell, their bullets kept. */
export const linesIn = (cell: string): string[] =>
  cell
    .split(/<br\s*\/?>|\n/i)
    .map((line) => line.trim())
    .filter(Boolean)

const oneLine = (cell: string): string => plain(linesIn(cell).map(markInline).join(' '))

/** A labelled part; several lines in its cell become items. */
function partBlocks(label: string, cell: string, row: Row): Block[] {
  const lines = linesIn(cell)
  const head = `${BOLD_ON}${oneLine(label)}:${BOLD_OFF}`
  if (lines.length === 1) return [block(`${head} ${markInline(lines[0]!.replace(BULLET, ''))}`, row.line, at(row))]
  return [block(head, row.line, { rank: RANK.subhead, ...at(row) }), ...furtherBlocks(cell, row)]
}

const furtherBlocks = (cell: string, row: Row): Block[] =>
  linesIn(cell).map((line) =>
    block(markInline(line.replace(BULLET, '')), row.line, { kind: 'item', rank: RANK.item, said: true, ...at(row) }),
  )

import type { Fact, LineRange, Part, Point, PointWeight, Story } from '#domain/story'
import type { ImportedStory, KnownPoint, PointInput, PointSource, StoryRow } from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'

type Row = {
  id: string
  bank_id: string
  section_id: string | null
  kind: Story['kind']
  title: string
  notes: string
  target_min_ms: number | null
  target_max_ms: number | null
  line_from: number | null
  line_to: number | null
}
type PointRow = Omit<Point, 'facts' | 'lines'> & Lines & { storyId: string }
type Lines = { lineFrom: number | null; lineTo: number | null }

/** Stories that are not put aside and match `where`, with their points and facts, in the order of their banks. */
export function readStories(db: Db, where: string, ...values: string[]): StoryRow[] {
  const chosen = `SELECT stories.id FROM stories JOIN banks ON banks.id = stories.bank_id
    WHERE stories.removed_at IS NULL AND banks.removed_at IS NULL AND stories.${where}`
  const rows = db
    .prepare<string[], Row>(
      `SELECT stories.* FROM stories JOIN banks ON banks.id = stories.bank_id WHERE stories.id IN (${chosen})
       ORDER BY banks.imported_at, banks.rowid, stories.position`,
    )
    .all(...values)
  const questions = groupBy(
    db
      .prepare<string[], { storyId: string; questionId: string }>(
        `SELECT story_id AS storyId, question_id AS questionId FROM story_questions
         WHERE story_id IN (${chosen}) ORDER BY story_id, position`,
      )
      .all(...values),
    (row) => row.storyId,
  )
  const facts = groupBy(
    db
      .prepare<string[], Fact & { pointId: string }>(
        `SELECT point_id AS pointId, kind, text FROM facts
         WHERE point_id IN (SELECT id FROM points WHERE story_id IN (${chosen})) ORDER BY point_id, position`,
      )
      .all(...values),
    (row) => row.pointId,
  )
  const points = groupBy(
    db
      .prepare<string[], PointRow>(
        `SELECT id, story_id AS storyId, part, text, weight, line_from AS lineFrom, line_to AS lineTo FROM points
         WHERE removed_at IS NULL AND story_id IN (${chosen}) ORDER BY story_id, position`,
      )
      .all(...values),
    (row) => row.storyId,
  )
  return rows.map((row) => ({
    bankId: row.bank_id,
    story: {
      id: row.id,
      kind: row.kind,
      title: row.title,
      sectionId: row.section_id,
      questionIds: (questions.get(row.id) ?? []).map((link) => link.questionId),
      notes: JSON.parse(row.notes),
      target: row.target_min_ms && row.target_max_ms ? { minMs: row.target_min_ms, maxMs: row.target_max_ms } : null,
      lines: range(row.line_from, row.line_to),
      points: (points.get(row.id) ?? []).map(({ storyId: _, lineFrom, lineTo, ...point }) => ({
        ...point,
        lines: range(lineFrom, lineTo),
        facts: (facts.get(point.id) ?? []).map(({ kind, text }) => ({ kind, text })),
      })),
    },
  }))
}

type KnownRow = PointRow & {
  sourceText: string | null
  sourcePart: Part
  sourceWeight: PointWeight
  sourcePosition: number
  removed: 0 | 1
}

/** Every point that the stories of a bank ever had, by story and in order. */
export function readKnownPoints(db: Db, bankId: string): Map<string, KnownPoint[]> {
  const facts = groupBy(
    db
      .prepare<[string], Fact & { pointId: string }>(
        `SELECT point_id AS pointId, facts.kind, facts.text FROM facts JOIN points ON points.id = point_id
         JOIN stories ON stories.id = story_id WHERE bank_id = ? ORDER BY point_id, facts.position`,
      )
      .all(bankId),
    (row) => row.pointId,
  )
  const rows = db
    .prepare<[string], KnownRow>(
      `SELECT points.id, story_id AS storyId, part, text, weight, source_text AS sourceText, source_part AS sourcePart,
         source_weight AS sourceWeight, source_position AS sourcePosition,
         points.line_from AS lineFrom, points.line_to AS lineTo, points.removed_at IS NOT NULL AS removed
       FROM points JOIN stories ON stories.id = story_id WHERE bank_id = ? ORDER BY story_id, points.position`,
    )
    .all(bankId)
  const known = groupBy(rows, (row) => row.storyId)
  return new Map(
    [...known].map(([storyId, points]) => [
      storyId,
      points.map(({ id, part, text, weight, lineFrom, lineTo, removed, ...source }) => ({
        id,
        part,
        text,
        weight,
        source: sourceOf(source),
        lines: range(lineFrom, lineTo),
        removed: removed === 1,
        facts: (facts.get(id) ?? []).map(({ kind, text }) => ({ kind, text })),
      })),
    ]),
  )
}

function sourceOf(row: Pick<KnownRow, 'sourceText' | 'sourcePart' | 'sourceWeight' | 'sourcePosition'>) {
  const { sourceText: text, sourcePart: part, sourceWeight: weight, sourcePosition: position } = row
  return text === null ? null : { text, part, weight, position }
}

/** Lines as stored; null for what was added by hand. */
export const range = (from: number | null, to: number | null): LineRange | null => (from && to ? { from, to } : null)

/** Writes a story with its points and the questions it answers. */
export function writeStory(db: Db, bankId: string, story: ImportedStory, position: number, removedAt: number): void {
  prepared(
    db,
    `INSERT INTO stories (id, bank_id, section_id, position, kind, title, source_title, notes, target_min_ms, target_max_ms, line_from, line_to)
     VALUES (@id, @bankId, @sectionId, @position, @kind, @title, @sourceTitle, @notes, @minMs, @maxMs, @from, @to)
     ON CONFLICT (id) DO UPDATE SET section_id = excluded.section_id, position = excluded.position, kind = excluded.kind,
       title = excluded.title, source_title = excluded.source_title, notes = excluded.notes, target_min_ms = excluded.target_min_ms,
       target_max_ms = excluded.target_max_ms, line_from = excluded.line_from, line_to = excluded.line_to, removed_at = NULL`,
  ).run({
    id: story.id,
    bankId,
    sectionId: story.sectionId,
    position,
    kind: story.kind,
    title: story.title,
    sourceTitle: story.sourceTitle,
    notes: JSON.stringify(story.notes),
    minMs: story.target?.minMs ?? null,
    maxMs: story.target?.maxMs ?? null,
    from: story.lines?.from ?? null,
    to: story.lines?.to ?? null,
  })
  prepared(db, 'DELETE FROM story_questions WHERE story_id = ?').run(story.id)
  const link = prepared(db, 'INSERT INTO story_questions (story_id, question_id, position) VALUES (?, ?, ?)')
  story.questionIds.forEach((questionId, index) => void link.run(story.id, questionId, index))
  writePoints(db, story.id, story.points, removedAt)
}

type WritablePoint = PointInput & { readonly lines?: LineRange | null; readonly source?: PointSource | null }

/** Makes `points` the ordered points of a story; those that are left out are put aside with what was said of them. */
export function writePoints(db: Db, storyId: string, points: readonly WritablePoint[], removedAt: number): void {
  const upsert = prepared(
    db,
    `INSERT INTO points (id, story_id, position, part, text, weight, line_from, line_to,
       source_text, source_part, source_weight, source_position)
     VALUES (@id, @storyId, @position, @part, @text, @weight, @from, @to,
       @sourceText, @sourcePart, @sourceWeight, @sourcePosition)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, part = excluded.part, text = excluded.text,
       weight = excluded.weight,
       source_text = coalesce(excluded.source_text, source_text),
       source_part = coalesce(excluded.source_part, source_part),
       source_weight = coalesce(excluded.source_weight, source_weight),
       source_position = coalesce(excluded.source_position, source_position),
       line_from = coalesce(excluded.line_from, line_from), line_to = coalesce(excluded.line_to, line_to),
       removed_at = NULL`,
  )
  const dropFacts = prepared(db, 'DELETE FROM facts WHERE point_id = ?')
  const addFact = prepared(db, 'INSERT INTO facts (point_id, position, kind, text) VALUES (?, ?, ?, ?)')
  points.forEach((point, position) => {
    const { id, part, text, weight } = point
    const { source = null, lines = null } = point
    upsert.run({
      id,
      storyId,
      position,
      part,
      text,
      weight,
      from: lines?.from ?? null,
      to: lines?.to ?? null,
      sourceText: source?.text ?? null,
      sourcePart: source?.part ?? null,
      sourceWeight: source?.weight ?? null,
      sourcePosition: source?.position ?? null,
    })
    dropFacts.run(id)
    point.facts.forEach((fact, index) => void addFact.run(id, index, fact.kind, fact.text))
  })
  prepared(
    db,
    `UPDATE points SET removed_at = ? WHERE story_id = ? AND removed_at IS NULL
     AND id NOT IN (SELECT value FROM json_each(?))`,
  ).run(removedAt, storyId, JSON.stringify(points.map((point) => point.id)))
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { CoverageStatus } from '#domain/coverage/coverage'
import { type CoveragePoint, type Survey, survey } from '#domain/coverage/survey'
import { factOf } from '#domain/facts/facts'
import type { Word } from '#domain/transcript'

type GoldPoint = { id: string; part: CoveragePoint['part']; text: string; facts: string[] }

export type GoldAnswer = {
  id: string
  storyId: string
  style: string
  transcript: string
  /** Points without a label are left out of every count. */
  labels: Record<string, CoverageStatus>
  evidence: Record<string, [number, number][]>
  wrongFacts: { pointId: string; expected: string; said: string }[]
}

/** Labelled answers to stories in points, in the format of test/fixtures/gold/README.md. */
export type Gold = { stories: { id: string; points: GoldPoint[] }[]; answers: GoldAnswer[] }

/** An answer as surveyed; `offsets` are the characters of each word, `points` those of its story. */
export type Told = {
  story: string
  style: string
  answer: GoldAnswer
  points: readonly CoveragePoint[]
  survey: Survey
  offsets: readonly (readonly [number, number])[]
}

const SHARED = new URL('../../../shared/gold/coverage-dev.json', import.meta.url)
const OWN = new URL('../../test/fixtures/gold/', import.meta.url)
const UNSEEN = new URL('unseen/', OWN)

const read = (file: URL): Gold => JSON.parse(readFileSync(file, 'utf8'))

function readFolder(folder: URL): Gold {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
  const all = files.map((file) => read(new URL(file, folder)))
  return { stories: all.flatMap(({ stories }) => stories), answers: all.flatMap(({ answers }) => answers) }
}

/** The labelled sets that are here, by name, to fit on. */
export const goldSets = (): { name: string; gold: Gold }[] =>
  [
    ...(existsSync(SHARED) ? [{ name: 'development set', gold: read(SHARED) }] : []),
    { name: 'own set (test/fixtures/gold)', gold: readFolder(OWN) },
  ].filter(({ gold }) => gold.answers.length > 0)

/** Labelled answers that nothing is fitted on and no rule was written for. */
export const unseenSet = (): Gold => readFolder(UNSEEN)

/** The words of a transcript and the characters each stands at. */
export function wordsOf(transcript: string): { words: Word[]; offsets: [number, number][] } {
  const found = [...transcript.matchAll(/\S+/g)]
  return {
    words: found.map(([text], i) => ({ text, startMs: i * 400, endMs: i * 400 + 400, probability: 1 })),
    offsets: found.map((match) => [match.index, match.index + match[0].length]),
  }
}

export const pointsOf = (gold: Gold, storyId: string): CoveragePoint[] =>
  gold.stories
    .find(({ id }) => id === storyId)!
    .points.map(({ id, part, text, facts }) => ({ id, part, text, facts: facts.map(factOf) }))

const told = (answer: GoldAnswer, points: readonly CoveragePoint[]): Told => {
  const { words, offsets } = wordsOf(answer.transcript)
  return {
    story: answer.storyId,
    style: answer.style.startsWith('trap') ? 'traps' : answer.style,
    answer,
    points,
    survey: survey(points, words),
    offsets,
  }
}

/** Surveys every answer. */
export const surveyAll = (gold: Gold): Told[] =>
  gold.answers.map((answer) => told(answer, pointsOf(gold, answer.storyId)))

/** The part of an answer between two characters: what was said outside is missed, what straddles is left unlabelled. */
function cut(answer: GoldAnswer, from: number, to: number): GoldAnswer {
  const labels: GoldAnswer['labels'] = {}
  const evidence: GoldAnswer['evidence'] = {}
  for (const [pointId, label] of Object.entries(answer.labels)) {
    const spans = answer.evidence[pointId] ?? []
    const inside = spans.filter(([a, b]) => a >= from && b <= to)
    if (inside.length === spans.length) {
      labels[pointId] = label
      if (spans.length > 0) evidence[pointId] = spans.map(([a, b]) => [a - from, b - from])
    } else if (spans.every(([a, b]) => b <= from || a >= to)) labels[pointId] = 'missed'
  }
  const wrongFacts = answer.wrongFacts.filter(({ pointId }) => labels[pointId] && labels[pointId] !== 'missed')
  return { ...answer, transcript: answer.transcript.slice(from, to), labels, evidence, wrongFacts }
}

const wordStart = (text: string, at: number) => (at === 0 ? 0 : text.indexOf(' ', at) + 1 || text.length)

/** An answer that reads some points of a story out. */
function readOut(gold: Gold, storyId: string, style: string, isRead: (index: number) => boolean): Told {
  const points = pointsOf(gold, storyId)
  const labels: GoldAnswer['labels'] = {}
  const evidence: GoldAnswer['evidence'] = {}
  let transcript = ''
  for (const [index, { id, text }] of points.entries()) {
    labels[id] = isRead(index) ? 'covered' : 'missed'
    if (!isRead(index)) continue
    const from = transcript.length
    transcript += `${text}.`
    evidence[id] = [[from, transcript.length]]
    transcript += ' '
  }
  return told({ id: `${storyId}-${style}`, storyId, style, transcript, labels, evidence, wrongFacts: [] }, points)
}

/** Stories read from their notes, whole and every second point. */
export const readings = (gold: Gold): Told[] =>
  gold.stories.flatMap(({ id }) => [
    readOut(gold, id, 'read', () => true),
    readOut(gold, id, 'read in part', (index) => index % 2 === 0),
  ])

/**
 * Answers as they also come: broken off, begun late, and against a story of twice as many points. Labelled answers are
 * all about as long as their story; a model that saw only them would take every short answer for a bad one.
 */
export function variations(gold: Gold): Told[] {
  const stories = gold.stories.map(({ id }) => id)
  return gold.answers.flatMap((answer) => {
    const text = answer.transcript
    const points = pointsOf(gold, answer.storyId)
    const at = (share: number) => wordStart(text, Math.floor(share * text.length))
    const parts = (
      [
        [0, at(0.35)],
        [0, at(0.7)],
        [at(0.3), text.length],
      ] as const
    ).filter(([from, to]) => to > from)
    const other = stories[(stories.indexOf(answer.storyId) + 1) % stories.length]!
    const foreign = pointsOf(gold, other).map((point) => ({ ...point, id: `${other} ${point.id}` }))
    const labels = Object.fromEntries(foreign.map(({ id }) => [id, 'missed' as const]))
    return [
      ...parts.map(([from, to]) => told(cut(answer, from, to), points)),
      told({ ...answer, labels: { ...answer.labels, ...labels } }, [...points, ...foreign]),
    ]
  })
}

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

const read = (file: URL): Gold => JSON.parse(readFileSync(file, 'utf8'))

/** The labelled sets that are here, by name. */
export function goldSets(): { name: string; gold: Gold }[] {
  const own = existsSync(OWN) ? readdirSync(OWN).filter((file) => file.endsWith('.json')) : []
  const files = own.map((file) => read(new URL(file, OWN)))
  return [
    ...(existsSync(SHARED) ? [{ name: 'development set', gold: read(SHARED) }] : []),
    {
      name: 'own set (test/fixtures/gold)',
      gold: { stories: files.flatMap(({ stories }) => stories), answers: files.flatMap(({ answers }) => answers) },
    },
  ].filter(({ gold }) => gold.answers.length > 0)
}

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

/** Surveys every answer. */
export const surveyAll = (gold: Gold): Told[] =>
  gold.answers.map((answer) => {
    const points = pointsOf(gold, answer.storyId)
    const { words, offsets } = wordsOf(answer.transcript)
    return {
      story: answer.storyId,
      style: answer.style.startsWith('trap') ? 'traps' : answer.style,
      answer,
      points,
      survey: survey(points, words),
      offsets,
    }
  })

import { z } from 'zod'
import { coverPoints } from '#domain/coverage/cover'
import type { PointCoverage } from '#domain/coverage/coverage'
import { factOf } from '#domain/facts/facts'
import { Part } from '#domain/story'
import type { Word } from '#domain/transcript'
import { BadInput, readInput } from './input.ts'

const Batch = z.object({
  stories: z.array(
    z.object({
      id: z.string(),
      points: z.array(
        z.object({ id: z.string(), part: Part, text: z.string(), facts: z.array(z.string()).default([]) }),
      ),
    }),
  ),
  answers: z.array(z.object({ id: z.string(), storyId: z.string(), transcript: z.string() })),
})

/** `coverage BATCH.json`: judges written answers against the points of their stories. */
export async function coverageCommand(file: string) {
  const { stories, answers } = parseBatch(await readInput(file))
  const pointsOf = new Map(
    stories.map(({ id, points }) => [id, points.map((point) => ({ ...point, facts: point.facts.map(factOf) }))]),
  )
  const json = Object.fromEntries(
    answers.map(({ id, storyId, transcript }) => {
      const points = pointsOf.get(storyId)
      if (!points) throw new BadInput(`Answer ${id} names the story ${storyId}, which is not in the batch.`)
      const { words, places } = wordsOf(transcript)
      return [id, verdicts(coverPoints(points, words), places)]
    }),
  )
  const lines = Object.entries(json).map(([id, { points }]) => {
    const count = (status: string) => Object.values(points).filter((value) => value === status).length
    return `${id}: ${count('covered')} covered, ${count('partial')} partial, ${count('missed')} missed`
  })
  return { json, text: lines.join('\n') }
}

type Place = readonly [charStart: number, charEnd: number]

function verdicts(coverage: readonly PointCoverage[], places: readonly Place[]) {
  return {
    points: Object.fromEntries(coverage.map((point) => [point.pointId, point.status])),
    wrongFacts: coverage.filter((point) => point.wrongFacts.length > 0).map((point) => point.pointId),
    evidence: Object.fromEntries(
      coverage
        .filter((point) => point.evidence.length > 0)
        .map((point) => [point.pointId, point.evidence.map(({ from, to }) => [places[from]![0], places[to - 1]![1]])]),
    ),
  }
}

/** A written answer has no times; its words are where the white space says. */
function wordsOf(transcript: string): { words: Word[]; places: Place[] } {
  const matches = [...transcript.matchAll(/\S+/g)]
  return {
    words: matches.map(([text]) => ({ text, startMs: 0, endMs: 0, probability: 1 })),
    places: matches.map(({ 0: text, index }) => [index, index + text.length]),
  }
}

function parseBatch(bytes: Uint8Array): z.infer<typeof Batch> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new BadInput('The batch is not JSON.')
  }
  const batch = Batch.safeParse(json)
  if (batch.success) return batch.data
  throw new BadInput(
    `The batch does not fit: ${batch.error.issues[0]?.path.join('.')} ${batch.error.issues[0]?.message}`,
  )
}

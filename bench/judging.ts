import { coverPoints } from '#domain/coverage/cover'
import { measureDelivery } from '#domain/delivery/measure'
import { partEvidence } from '#domain/delivery/part-times'
import type { Story } from '#domain/story'
import type { Transcript, Word } from '#domain/transcript'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMs, median, quantile } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { envelopeOf, headingsOf, storyOf, tellingOf } from './history-text.ts'
import { type Dice, dice, oneOf, SENTENCES } from './import-text.ts'

const WORDS = 300
const POINTS = 14
const STORIES = 12

/** A story of so many points and a telling of so many words: tellings of it one after the other, cut. */
function told(nth: number, points: number, words: number, roll: Dice): { story: Story; heard: Transcript } {
  const drawn = storyOf(nth, headingsOf(0), roll)
  const more = Array.from({ length: points }, (_, i) => ({
    ...drawn.points[i % drawn.points.length]!,
    id: `p${i}`,
    text: i < drawn.points.length ? drawn.points[i]!.text : oneOf(roll, SENTENCES)(roll),
  }))
  const story = { ...drawn, points: more }
  const said: Word[] = []
  const segmentStarts: number[] = []
  while (said.length < words) {
    const { words: next } = tellingOf(story, roll)
    const offsetMs = said.at(-1)?.endMs ?? 0
    segmentStarts.push(said.length)
    for (const word of next) said.push({ ...word, startMs: word.startMs + offsetMs, endMs: word.endMs + offsetMs })
  }
  return { story, heard: { words: said.slice(0, words), segmentStarts: segmentStarts.filter((at) => at < words) } }
}

async function times(points: number, words: number, rounds: number): Promise<{ coverage: number[]; both: number[] }> {
  const roll = dice(7)
  const cases = Array.from({ length: STORIES }, (_, i) => told(i, points, words, roll))
  const coverage: number[] = []
  const both: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const { story, heard } of cases) {
      const durationMs = heard.words.at(-1)!.endMs + 500
      const envelope = envelopeOf(heard, durationMs, roll)
      const covered = await timed(() => coverPoints(story.points, heard.words))
      const delivered = await timed(() =>
        measureDelivery({
          words: heard.words,
          durationMs,
          envelope,
          coverage: story.points.map((point, i) => {
            const judged = covered.result[i]!
            return partEvidence({ point, judged, status: judged.status })
          }),
          pace: { min: 120, max: 160 },
          target: { minMs: 60_000, maxMs: 90_000 },
          checklist: [],
        }),
      )
      // The first round of a story is what a fresh start pays; it counts like the others.
      coverage.push(covered.ms)
      both.push(covered.ms + delivered.ms)
    }
  return { coverage, both }
}

export const bench: Bench = {
  about: 'coverage and delivery of a 300-word answer against 14 points, and how they grow',
  async run({ rounds }) {
    const rows: string[][] = []
    const cases = [[WORDS, POINTS] as const, [2 * WORDS, POINTS] as const, [WORDS, 2 * POINTS] as const]
    await times(POINTS, WORDS, 1)
    let unit = Number.NaN
    for (const [words, points] of cases) {
      const { coverage, both } = await times(points, words, rounds)
      unit = Number.isNaN(unit) ? median(both) : unit
      const name = `${words} words, ${points} points`
      rows.push([
        name,
        inMs(median(coverage)),
        inMs(median(both)),
        inMs(quantile(both, 0.95)),
        asRatio(median(both) / unit),
      ])
    }
    const notes = [`${STORIES} stories, ${rounds} rounds each after one to warm up; target 20 ms for the first row`]
    return [
      {
        title: 'Coverage and delivery',
        columns: ['answer', 'coverage', 'with delivery', '95 %', 'first row = 1'],
        rows,
        notes,
      },
    ]
  },
}

import type { Envelope } from '#domain/audio/envelope'
import { findFacts } from '#domain/facts/facts'
import type { Part, Question, Section, Story } from '#domain/story'
import type { Transcript, Word } from '#domain/transcript'
import { type Dice, oneOf, SENTENCES, titleOf } from './import-text.ts'

const COMPETENCIES = ['Ownership', 'Conflict', 'Failure', 'Leading', 'Deadlines', 'Learning', 'Customers', 'Quality']
const ASKED = ['Tell me about a time', 'Give me an example of a time', 'Describe a situation', 'When was the last time']
const PARTS: readonly Part[] = [
  ...(['situation', 'situation', 'task', 'task'] as const),
  ...(['action', 'action', 'action', 'action', 'action', 'action'] as const),
  ...(['result', 'result', 'result', 'learning'] as const),
]
const ASIDES = ['So', 'Um, well,', 'And then', 'You know,', 'Basically', 'What I mean is', 'And, uh,']

/** An id that is as long as the app's own and the same in every run. */
export const idOf = (kind: number, number: number): string =>
  `${number.toString(16).padStart(8, '0')}-0000-4000-8000-${kind.toString(16).padStart(12, '0')}`

const KINDS = { bank: 1, section: 2, question: 3, story: 4, point: 5 } as const
export const BANK = KINDS.bank
export const STORY = KINDS.story

/** Eight sections of a bank, each with two questions. */
export function headingsOf(bank: number): { sections: Section[]; questions: Question[] } {
  const sections = COMPETENCIES.map((title, i) => ({
    id: idOf(KINDS.section, bank * COMPETENCIES.length + i),
    title: `${title} ${bank + 1}`,
    definition: `What interviewers mean by ${title.toLowerCase()}, and what they listen for.`,
  }))
  const questions = sections.flatMap((section, i) =>
    [0, 1].map((nth) => ({
      id: idOf(KINDS.question, 2 * (bank * COMPETENCIES.length + i) + nth),
      text: `${ASKED[(i + nth) % ASKED.length]} that shows ${section.title.toLowerCase()}.`,
      sectionId: section.id,
    })),
  )
  return { sections, questions }
}

/** A story of 9 to 14 points that answers one or two questions of its section. */
export function storyOf(number: number, headings: ReturnType<typeof headingsOf>, roll: Dice): Story {
  const section = oneOf(roll, headings.sections)
  const questions = headings.questions.filter(({ sectionId }) => sectionId === section.id)
  const first = roll(SENTENCES.length)
  const kept = PARTS.filter((_, i) => i % 3 === 0 || roll(4) > 0)
  return {
    id: idOf(STORY, number),
    kind: 'story',
    title: titleOf(number, roll),
    sectionId: section.id,
    questionIds: questions.slice(0, 1 + roll(2)).map(({ id }) => id),
    notes: [],
    target: null,
    lines: null,
    points: kept.map((part, i) => {
      const text = SENTENCES[(first + 5 * i) % SENTENCES.length]!(roll)
      const weight = roll(9) === 0 ? 'optional' : roll(5) === 0 ? 'key' : 'normal'
      return { id: idOf(KINDS.point, number * 100 + i), part, text, weight, facts: findFacts(text), lines: null }
    }),
  }
}

/** A telling of a story at about 150 words a minute: three points in four, in the user's own order of words, with asides. */
export function tellingOf(story: Story, roll: Dice): Transcript {
  const words: Word[] = []
  const segmentStarts: number[] = []
  let atMs = 300
  const say = (text: string) => {
    const lastsMs = 120 + 40 * text.length
    words.push({ text, startMs: atMs, endMs: atMs + lastsMs, probability: (60 + roll(40)) / 100 })
    atMs += lastsMs + 20 + roll(90)
  }
  for (const { text } of story.points) {
    if (roll(4) === 0) continue
    segmentStarts.push(words.length)
    if (roll(2) === 0) for (const word of oneOf(roll, ASIDES).split(' ')) say(word)
    for (const word of text.split(/\s+/)) if (roll(8) > 0) say(word)
    atMs += 200 + roll(1500)
  }
  return { words, segmentStarts }
}

/** How loud a telling was: loud where words are, nearly silent between. */
export function envelopeOf({ words }: Transcript, durationMs: number, roll: Dice): Envelope {
  const frameMs = 20
  const peaks = new Uint8Array(Math.ceil(durationMs / frameMs)).map(() => 40 + roll(20))
  for (const { startMs, endMs } of words)
    for (let frame = Math.floor(startMs / frameMs); frame < endMs / frameMs && frame < peaks.length; frame++)
      peaks[frame] = 150 + roll(90)
  return { frameMs, peaks }
}

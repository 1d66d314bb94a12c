import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ParsedBank } from '#domain/bank/bank'
import { decodeSource } from '#domain/bank/decode'
import { parseBank } from '#domain/bank/parse'
import { lostWords, retention } from './retention.ts'

const SEEDS = fileURLToPath(new URL('../../../../../shared/seeds', import.meta.url))
const present = existsSync(SEEDS)

interface Seed {
  text: string
  repaired: boolean
  bank: ParsedBank
}

function readSeed(prefix: string): Seed {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(prefix))!
  const { text, repaired } = decodeSource(readFileSync(`${SEEDS}/${name}`))
  return { text, repaired, bank: parseBank(text, { fallbackTitle: name }) }
}

const SAID = ['situation', 'task', 'action', 'result']
const partsOf = (story: ParsedBank['stories'][number]) => new Set(story.points.map((point) => point.part))

if (!present) console.warn('The reference banks (../shared/seeds) are not here: their tests are skipped.')

describe.skipIf(!present)('the reference banks', () => {
  test.each(['000', '001', '002', '003'])('%s keeps every word, and points of a size that can be said', (prefix) => {
    const { text, bank } = readSeed(prefix)
    expect(retention(text, bank), lostWords(text, bank).join(' ')).toBeGreaterThanOrEqual(0.99)
    for (const story of bank.stories) {
      for (const point of story.points) {
        expect(point.text.split(/\s+/).length, point.text).toBeLessThanOrEqual(45)
        expect(point.lines.from).toBeGreaterThanOrEqual(story.lines.from)
        expect(point.lines.to).toBeLessThanOrEqual(story.lines.to)
        for (const fact of point.facts) expect(point.text).toContain(fact.text)
      }
    }
  })

  test('000: five labelled stories in three defined sections', () => {
    const { bank } = readSeed('000')
    expect(bank.stories.map((story) => story.sectionId)).toEqual([
      'section-1',
      'section-1',
      'section-2',
      'section-2',
      'section-3',
    ])
    expect(bank.sections.map((section) => section.title)).toEqual([
      'OWNERSHIP',
      'TECHNICAL MENTORSHIP',
      'CROSS-TEAM INFLUENCE',
    ])
    for (const section of bank.sections) expect(section.definition).toMatch(/^\p{Lu}.*\.$/u)
    for (const story of bank.stories) expect([...partsOf(story)]).toEqual([...SAID, 'learning'])
    expect(
      bank.stories.flatMap((story) => story.points).some((point) => /<\/?\w+>|public class/.test(point.text)),
    ).toBe(false)
    expect(bank.stories[4]!.lines.to).toBeLessThan(655)
  })

  test('001: 59 stories and 11 quick answers under their questions', () => {
    const { bank } = readSeed('001')
    expect(bank.stories.filter((story) => story.kind === 'story')).toHaveLength(59)
    const quick = bank.stories.filter((story) => story.kind === 'quick-answer')
    expect(quick).toHaveLength(11)
    expect(bank.sections).toHaveLength(5)
    expect(bank.questions).toHaveLength(27)
    for (const story of bank.stories) expect(story.questionIds).toHaveLength(1)
    for (const story of bank.stories.filter((s) => s.kind === 'story')) expect([...partsOf(story)]).toEqual(SAID)
    expect(quick.filter((story) => partsOf(story).size === 4)).toHaveLength(3)
    expect(bank.stories[0]!.target).toEqual({ minMs: 60_000, maxMs: 90_000 })
    expect(
      bank.problems.filter((problem) => problem.code === 'template-skipped').map((problem) => problem.line),
    ).toEqual([5, 374])
  })

  test('002: five narratives out of a broken encoding, guesses marked', () => {
    const { bank, repaired } = readSeed('002')
    expect(repaired).toBe(true)
    expect(bank.stories).toHaveLength(5)
    for (const story of bank.stories) {
      const parts = partsOf(story)
      for (const part of ['situation', 'action', 'result', 'learning'] as const)
        expect(parts.has(part), `${story.title}: ${part}`).toBe(true)
      expect(story.notes[0]!.text).toMatch(/^For: /)
      expect(story.notes[1]!.text).toMatch(/^Hook: /)
    }
    expect(bank.problems.some((problem) => problem.code === 'part-guessed')).toBe(true)
    expect(bank.other.at(-1)!.text).toContain('GUIDANCE')
  })

  test('003: four stories, each under its question', () => {
    const { bank } = readSeed('003')
    expect(bank.stories.map((story) => story.questionIds)).toEqual([
      ['question-1'],
      ['question-2'],
      ['question-3'],
      ['question-4'],
    ])
    for (const question of bank.questions) expect(question.text).not.toMatch(/^Question/)
    for (const story of bank.stories) expect([...partsOf(story)]).toEqual(SAID)
    expect(bank.other.at(-1)!.text).toMatch(/^## Tips/)
  })
})
